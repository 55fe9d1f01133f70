# trim.sh TREE: makes the root file system smaller. Debug information of Wine's own DLLs is most of it;
# strip keeps the mark by which Wine knows them.
tree=$1
chroot "$tree" dpkg-query -W -f '${Package}:${Architecture} ${Version}\n' > "$tree/packages.txt"
for pair in i386:i686 x86_64:x86_64; do
    find "$tree"/usr/lib/*/wine/"${pair%:*}-windows" -type f -size +8k 2> /dev/null |
        xargs -r -P 2 -n 40 "${pair#*:}-w64-mingw32-strip" --strip-debug 2> /dev/null || true
done
rm -rf "$tree"/usr/lib/*/libLLVM* "$tree"/usr/lib/*/dri "$tree"/usr/share/iso-codes "$tree"/usr/share/xml \
    "$tree"/usr/share/i18n "$tree"/usr/share/icons "$tree"/var/cache/apt "$tree"/var/lib/apt/lists
# Of Samba only the server of files is used, which needs neither Python nor the parts of a domain controller.
rm -rf "$tree"/usr/lib/python3* "$tree"/usr/share/python3 "$tree"/usr/lib/*/libpython3* "$tree"/usr/bin/python3* \
    "$tree"/usr/share/samba/setup "$tree"/usr/lib/*/samba/ldb "$tree"/usr/lib/*/samba/bind9 "$tree"/usr/lib/*/samba/service \
    "$tree"/usr/lib/*/samba/process_model
