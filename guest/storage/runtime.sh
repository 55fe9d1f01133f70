#!/bin/sh
# Builds the disk that lets the storage VM run Java, and qemu-img: runtime.sh FOLDER leaves runtime.ext4 there,
# and what is in it as `runtime`.
set -eu
out=$(CDPATH='' cd -- "$1" && pwd)
runtime=$out/runtime
"$JAVA_HOME/bin/jlink" --add-modules java.base,java.xml --strip-debug --no-header-files --no-man-pages \
    --generate-cds-archive --output "$runtime" > /dev/null 2>&1
cp "$(command -v qemu-img)" "$runtime/bin/"
ldd "$runtime/bin/java" "$runtime/lib/server/libjvm.so" "$runtime/bin/qemu-img" | grep -o '[[:space:]]/lib[^ ]*' |
    sort -u | while read -r library; do
    cp --dereference "$library" "$runtime/lib/"
done
truncate -s 192M "$out/runtime.ext4"
mke2fs -q -t ext4 -O ^has_journal -m 0 -d "$runtime" "$out/runtime.ext4"
