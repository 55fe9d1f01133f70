' Writes a file, sets a value and starts a process. Does nothing outside the lab.
Option Explicit
Dim files, shell, note

Set files = CreateObject("Scripting.FileSystemObject")
If files.FileExists("C:\tsurutus\launch.exe") Then
    Set note = files.CreateTextFile("C:\acts\vbscript.txt", True)
    note.Write "by VBScript"
    note.Close

    Set shell = CreateObject("WScript.Shell")
    shell.RegWrite "HKCU\Software\TsurutusVbs\Value", "by VBScript", "REG_SZ"
    shell.Run "C:\acts\acts-quiet.exe nothing", 0, True
End If
