@echo off
rem Writes a file, renames it, deletes another and sets a value. Does nothing outside the lab.
if not exist C:\tsurutus\launch.exe exit 9
echo hello> C:\windows\temp\tsu-bat.txt
ren C:\windows\temp\tsu-bat.txt tsu-bat-renamed.txt
echo gone> C:\windows\temp\tsu-bat-gone.txt
del C:\windows\temp\tsu-bat-gone.txt
reg add HKCU\Software\TsurutusScript /v Bat /t REG_SZ /d hello /f
exit 5
