@echo off
rem Writes a file, sets a value and starts a process. Does nothing outside the lab.
if not exist C:\tsurutus\launch.exe exit 9
echo by batch> C:\acts\batch.txt
reg add HKCU\Software\TsurutusBat /v Value /t REG_SZ /d batch /f
C:\acts\acts-quiet.exe nothing
