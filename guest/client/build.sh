#!/bin/sh
# Builds the disk of a PC that has none: build.sh FOLDER leaves client.raw there, 38 MiB that no PC ever starts
# from directly. It is made of Debian's packages; nothing is mounted and no device is needed.
#
#   sector 0        the boot program of syslinux and the partition table
#   partition 1     FAT: syslinux for BIOS and UEFI, Debian's cloud kernel, an initramfs that logs in to the disk over iSCSI
#   partition 2     ext4: busybox and the specimen
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
out=$(CDPATH='' cd -- "$1" && pwd)
work=$out/work
first=$work/first
root=$work/root
mkdir -p "$work/download" "$first/bin" "$first/sbin" "$first/lib64" "$first/modules" "$root/bin" "$root/sbin"

kernel=$(LC_ALL=C apt-cache depends linux-image-cloud-amd64 | sed -n 's/^  Depends: \(linux-image-[0-9].*\)/\1/p')
(cd "$work/download" && apt-get -q -o APT::Sandbox::User=root download "$kernel" open-iscsi libopeniscsiusr libisns0 base-files)
for package in "$work/download/"*.deb; do dpkg -x "$package" "$work/packages"; done
version=$(ls "$work/packages/lib/modules")

depmod -b "$work/packages" "$version"
while read -r module; do
    modprobe -d "$work/packages" -S "$version" --show-depends "$module"
done < "$here/modules" | sed -n 's/^insmod \([^ ]*\).*/\1/p' | awk '!seen[$0]++' | while read -r file; do
    strip --strip-debug -o "$first/modules/${file##*/}" "$file"
    echo "${file##*/}"
done > "$first/modules/order"

cp /bin/busybox "$first/bin/"
cp "$work/packages/sbin/iscsistart" "$first/sbin/"
libraries=$work/packages/usr/lib/x86_64-linux-gnu
LD_LIBRARY_PATH=$libraries ldd "$first/sbin/iscsistart" | grep -o '/[^ ]*' | sort -u | while read -r library; do
    destination=${library#"$work/packages/usr"}
    mkdir -p "$first${destination%/*}"
    cp --dereference "$library" "$first$destination"
done
cp "$here/first" "$first/init"
chmod 755 "$first/init"
(cd "$first" && find . | sort | cpio --quiet --reproducible -o -H newc) | gzip -9 -n > "$work/initramfs.gz"

mkdir -p "$root/etc" "$root/usr/lib" "$root/proc" "$root/sys" "$root/dev"
cp /bin/busybox "$root/bin/"
cp "$work/packages/usr/lib/os-release" "$root/usr/lib/"
ln -s ../usr/lib/os-release "$root/etc/os-release"
cp "$here/specimen" "$root/sbin/init"
chmod 755 "$root/sbin/init"
as --32 -o "$work/bootkit.o" "$here/bootkit.s"
ld -m elf_i386 -Ttext 0x600 --oformat binary -o "$root/bootkit" "$work/bootkit.o"

# Partitions begin at sector 2048; the second one where the first one ends.
truncate -s 24M "$work/boot.fat"
mkfs.fat -F 16 -g 255/63 -h 2048 -i 7375726f "$work/boot.fat" > /dev/null
mcopy -i "$work/boot.fat" "$work/packages/boot/vmlinuz-$version" ::vmlinuz
mcopy -i "$work/boot.fat" "$work/initramfs.gz" "$here/syslinux.cfg" ::
syslinux --install "$work/boot.fat"
mmd -i "$work/boot.fat" ::EFI ::EFI/BOOT
mcopy -i "$work/boot.fat" /usr/lib/SYSLINUX.EFI/efi64/syslinux.efi ::EFI/BOOT/BOOTX64.EFI
mcopy -i "$work/boot.fat" /usr/lib/syslinux/modules/efi64/ldlinux.e64 ::EFI/BOOT/
truncate -s 12M "$work/root.ext4"
mke2fs -q -t ext4 -m 0 -E lazy_itable_init=0,root_owner=0:0 -d "$root" "$work/root.ext4"
truncate -s 38M "$work/client.raw"
sfdisk -q "$work/client.raw" <<'TABLE'
label: dos
label-id: 0x54535552
start=2048, size=49152, type=e, bootable
start=51200, size=24576, type=83
TABLE
dd if=/usr/lib/syslinux/mbr/mbr.bin of="$work/client.raw" bs=440 count=1 conv=notrunc status=none
dd if="$work/boot.fat" of="$work/client.raw" bs=1M seek=1 conv=notrunc,sparse status=none
dd if="$work/root.ext4" of="$work/client.raw" bs=1M seek=25 conv=notrunc,sparse status=none
mv "$work/client.raw" "$out/client.raw"
rm -rf "$work"
