#!/bin/sh
# Compiles the examples: examples/build.sh OUTDIR
# The same sources and compiler make the same bytes.
set -eu

if [ $# -ne 1 ]; then
    echo "usage: examples/build.sh OUTDIR" >&2
    exit 2
fi
case $1 in
    /*) out=$1 ;;
    *) out=$(pwd)/$1 ;;
esac
case $0 in
    */*) cd "${0%/*}" ;;
esac

for tool in i686-w64-mingw32-gcc x86_64-w64-mingw32-gcc i686-w64-mingw32-windres \
    x86_64-w64-mingw32-windres makensis msibuild; do
    if ! command -v "$tool" >/dev/null 2>&1; then
        echo "examples/build.sh: $tool is missing; install the packages" \
            "gcc-mingw-w64-i686 gcc-mingw-w64-x86-64 binutils-mingw-w64 nsis msitools" >&2
        exit 4
    fi
done

mkdir -p "$out"
parts=$(mktemp -d)
trap 'rm -rf "$parts"' EXIT

# compile TARGET OUTPUT ARGUMENTS...
compile() {
    target=$1 output=$2
    shift 2
    "$target-w64-mingw32-gcc" -std=c11 -Wall -Wextra -Werror -Os -s -static \
        -Wl,--no-insert-timestamp -Wl,--disable-auto-image-base -Wl,--enable-stdcall-fixup \
        -o "$output" "$@"
}

# greeter TARGET NAME: the program with its helper library inside
greeter() {
    mkdir "$parts/$1"
    compile "$1" "$parts/$1/tsu-helper.dll" -shared helper.c helper.def
    "$1-w64-mingw32-windres" -I "$parts/$1" greeter.rc "$parts/$1/resources.o"
    compile "$1" "$out/$2" -mwindows greeter.c "$parts/$1/resources.o"
}

greeter i686 greeter.exe
greeter x86_64 greeter64.exe
compile i686 "$out/counter.dll" -shared counter.c counter.def
compile i686 "$out/caller.exe" -mconsole caller.c -lws2_32
compile i686 "$out/probe.exe" -mconsole probe.c -lws2_32
compile i686 "$out/spread.exe" -mconsole spread.c -lws2_32
compile i686 "$out/mbrwriter.exe" -mconsole mbrwriter.c
compile i686 "$out/busy.exe" -mwindows busy.c -lws2_32

# programs that ask questions
msibuild "$parts/sample.msi" -i dialogs/msi/*.idt
msibuild "$parts/sample.msi" -s "Sample Viewer" Tsurutus "Intel;1033" "{6E0A2C0B-2C8F-4E0B-9C55-0E1D6B0A5A04}"
for name in chain nihongo dodger behind package; do
    i686-w64-mingw32-windres -I "$parts" "dialogs/$name.rc" "$parts/$name.o"
    compile i686 "$out/$name.exe" -mwindows "dialogs/$name.c" "$parts/$name.o"
done
makensis -V1 -DOUT="$out/setup.exe" dialogs/setup.nsi
cp hello.bat hello.vbs hello.js ./*.acts.json "$out"

# catalogue TARGET NAME: the program that carries all acts for one machine
catalogue() {
    folder=$parts/catalogue-$1
    mkdir "$folder"
    for source in acts/acts-*.c; do
        name=${source#acts/}
        compile "$1" "$folder/${name%.c}.exe" -mconsole "$source" acts/acts.c -lws2_32 -lwinhttp -lwininet
    done
    compile "$1" "$folder/counter.dll" -shared counter.c counter.def
    cp acts/script.* "$folder"
    for file in "$folder"/*; do
        printf '%s RCDATA "%s"\n' "${file##*/}" "${file##*/}"
    done > "$parts/$1.rc"
    "$1-w64-mingw32-windres" -I "$folder" "$parts/$1.rc" "$parts/$1.o"
    compile "$1" "$out/$2" -mconsole acts/catalogue.c acts/acts.c "$parts/$1.o"
}

catalogue i686 acts.exe
catalogue x86_64 acts64.exe
for name in diskfiller flood killer logoff reboot storm; do
    compile i686 "$out/$name.exe" -mwindows "acts/$name.c" acts/acts.c
done
