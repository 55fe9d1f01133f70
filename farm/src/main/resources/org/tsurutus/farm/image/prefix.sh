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
iconv -f UTF-8 -t UTF-16 > "$tree/tmp/lab.reg" <<'REGISTRY'
Windows Registry Editor Version 5.00

[HKEY_CURRENT_USER\Software\Wine\Explorer]
"Desktop"="Default"

[HKEY_CURRENT_USER\Software\Wine\Explorer\Desktops]
"Default"="1024x768"

[HKEY_CURRENT_USER\Software\Wine\Drivers]
"Graphics"="x11"

; What dialogs and East Asian programs ask for by name.
[HKEY_CURRENT_USER\Software\Wine\Fonts\Replacements]
"Microsoft Sans Serif"="Tahoma"
"Segoe UI"="Tahoma"
"MS Gothic"="IPAGothic"
"ＭＳ ゴシック"="IPAGothic"
"MS PGothic"="IPAPGothic"
"ＭＳ Ｐゴシック"="IPAPGothic"
"MS UI Gothic"="IPAPGothic"
"Meiryo"="IPAPGothic"
"メイリオ"="IPAPGothic"
"Meiryo UI"="IPAPGothic"
"Yu Gothic"="IPAPGothic"
"游ゴシック"="IPAPGothic"
"Yu Gothic UI"="IPAPGothic"
"SimSun"="WenQuanYi Micro Hei"
"宋体"="WenQuanYi Micro Hei"
"NSimSun"="WenQuanYi Micro Hei Mono"
"新宋体"="WenQuanYi Micro Hei Mono"
"SimHei"="WenQuanYi Micro Hei"
"黑体"="WenQuanYi Micro Hei"
"Microsoft YaHei"="WenQuanYi Micro Hei"
"微软雅黑"="WenQuanYi Micro Hei"
"Microsoft YaHei UI"="WenQuanYi Micro Hei"
"PMingLiU"="WenQuanYi Micro Hei"
"Microsoft JhengHei"="WenQuanYi Micro Hei"
"Gulim"="WenQuanYi Micro Hei"
"굴림"="WenQuanYi Micro Hei"
"Dotum"="WenQuanYi Micro Hei"
"돋움"="WenQuanYi Micro Hei"
"Batang"="WenQuanYi Micro Hei"
"Malgun Gothic"="WenQuanYi Micro Hei"
"맑은 고딕"="WenQuanYi Micro Hei"
REGISTRY
# Where a font lacks a character, as those of all dialogs lack East Asia's, these are asked in turn. Wine looks a
# face up by its full name; and who asks for a font that is missing gets the first of its links, so only fonts that
# are there have any.
cat > "$tree/tmp/links.sh" <<'LINKS'
for font in "Tahoma" "MS Sans Serif" "Liberation Sans" "Liberation Sans Narrow" "Liberation Serif" "Liberation Mono"; do
    for style in "" " Bold" " Italic" " Bold Italic"; do
        wine reg add 'HKLM\Software\Microsoft\Windows NT\CurrentVersion\FontLink\SystemLink' /f /v "$font$style" \
            /t REG_MULTI_SZ /d 'ipagp.ttf,IPAPGothic\0wqy-microhei.ttc,WenQuanYi Micro Hei'
    done
done
LINKS
chroot "$tree" setpriv --reuid=1000 --regid=1000 --clear-groups env -i \
    HOME=/home/lab USER=lab PATH=/usr/bin:/bin WINEPREFIX=/wine WINEARCH="$architecture" WINEDEBUG=-all \
    'WINEDLLOVERRIDES=mscoree,mshtml=;winemenubuilder.exe=d' \
    sh -euc 'timeout 600 wineboot -i && wine regedit /S /tmp/lab.reg && . /tmp/links.sh && wineserver -w' > /dev/null 2>&1
# Wine looks for its own fonts by a drive that is taken away below; and Windows has them here.
cp "$tree"/usr/share/wine/fonts/*.ttf "$tree/wine/drive_c/windows/Fonts/"
chown -R 1000:1000 "$tree/wine/drive_c/windows/Fonts"
# Folders of the user belong on drive C, where they are watched; and no drive leads out of it.
for folder in Desktop Documents Downloads Music Pictures Videos; do
    rm -rf "$tree/wine/drive_c/users/lab/$folder"
    mkdir "$tree/wine/drive_c/users/lab/$folder"
    chown 1000:1000 "$tree/wine/drive_c/users/lab/$folder"
done
rm "$tree/wine/dosdevices/z:" "$tree/tmp/lab.reg" "$tree/tmp/links.sh"
test -e "$tree/wine/system.reg"
