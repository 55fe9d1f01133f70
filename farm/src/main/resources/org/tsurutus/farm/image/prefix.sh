# prefix.sh TREE WINEARCH: makes the Wine prefix /wine of user lab, at the host's speed. It runs in a mount
# namespace of its own, so that its mounts end with it.
tree=$1
architecture=$2
mount --make-rprivate /
mount -t proc proc "$tree/proc"
mount --bind /dev "$tree/dev"
chroot "$tree" useradd --create-home --uid 1000 lab
mkdir "$tree/wine"
chown 1000:1000 "$tree/wine"
cat > "$tree/tmp/lab.reg" <<'REGISTRY'
REGEDIT4

[HKEY_CURRENT_USER\Software\Wine\Explorer]
"Desktop"="Default"

[HKEY_CURRENT_USER\Software\Wine\Explorer\Desktops]
"Default"="1024x768"

[HKEY_CURRENT_USER\Software\Wine\Drivers]
"Graphics"="x11"
REGISTRY
chroot "$tree" setpriv --reuid=1000 --regid=1000 --clear-groups env -i \
    HOME=/home/lab USER=lab PATH=/usr/bin:/bin WINEPREFIX=/wine WINEARCH="$architecture" WINEDEBUG=-all \
    'WINEDLLOVERRIDES=mscoree,mshtml=;winemenubuilder.exe=d' \
    sh -euc 'timeout 600 wineboot -i && wine regedit /S /tmp/lab.reg && wineserver -w' > /dev/null 2>&1
# Folders of the user belong on drive C, where they are watched; and no drive leads out of it.
for folder in Desktop Documents Downloads Music Pictures Videos; do
    rm -rf "$tree/wine/drive_c/users/lab/$folder"
    mkdir "$tree/wine/drive_c/users/lab/$folder"
    chown 1000:1000 "$tree/wine/drive_c/users/lab/$folder"
done
rm "$tree/wine/dosdevices/z:" "$tree/tmp/lab.reg"
test -e "$tree/wine/system.reg"
