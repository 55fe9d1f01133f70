#!/bin/sh
# Builds a small PC for tests of the LAN: build.sh FOLDER leaves vmlinuz and initramfs.gz there.
#
# It is made of Debian's cloud kernel, which is downloaded, and of this host's own programs and libraries.
# Beside this script: `modules` names kernel modules, `programs` the programs, `init` is what runs first.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
out=$(CDPATH='' cd -- "$1" && pwd)
work=$out/work
root=$work/root
mkdir -p "$work/download" "$root/bin" "$root/lib64" "$root/modules" "$root/usr/bin" "$root/etc"

package=$(LC_ALL=C apt-cache depends linux-image-cloud-amd64 | sed -n 's/^  Depends: \(linux-image-[0-9].*\)/\1/p')
(cd "$work/download" && apt-get -q -o APT::Sandbox::User=root download "$package")
dpkg -x "$work/download/"*.deb "$work/kernel"
version=$(ls "$work/kernel/lib/modules")
cp "$work/kernel/boot/vmlinuz-$version" "$out/vmlinuz"

depmod -b "$work/kernel" "$version"
while read -r module; do
    modprobe -d "$work/kernel" -S "$version" --show-depends "$module"
done < "$here/modules" | sed -n 's/^insmod \([^ ]*\).*/\1/p' | awk '!seen[$0]++' | while read -r file; do
    strip --strip-debug -o "$root/modules/${file##*/}" "$file"
    echo "${file##*/}"
done > "$root/modules/order"

cp /bin/busybox "$root/bin/"
while read -r program; do
    cp --dereference "$program" "$root$program"
    ldd "$program"
done < "$here/programs" | grep -o '/[^ ]*' | sort -u | while read -r library; do
    mkdir -p "$root${library%/*}"
    cp --dereference "$library" "$root$library"
done
cp "$here/init" "$here/dhcp" "$root/"
chmod 755 "$root/init" "$root/dhcp"
: > "$root/etc/openssl.cnf"

(cd "$root" && find . | sort | cpio --quiet --reproducible -o -H newc) | gzip -1 -n > "$out/initramfs.gz"
rm -rf "$work"
