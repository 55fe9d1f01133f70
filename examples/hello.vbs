' Writes a file, copies it, deletes the copy and sets a value. Does nothing outside the lab.
Option Explicit
Dim files, shell, note

Set files = CreateObject("Scripting.FileSystemObject")
If files.FileExists("C:\tsurutus\launch.exe") Then
    Set note = files.CreateTextFile("C:\windows\temp\tsu-vbs.txt", True)
    note.Write "hello from VBScript"
    note.Close

    files.CopyFile "C:\windows\temp\tsu-vbs.txt", "C:\windows\temp\tsu-vbs-copy.txt", True
    files.DeleteFile "C:\windows\temp\tsu-vbs-copy.txt", True

    Set shell = CreateObject("WScript.Shell")
    shell.RegWrite "HKCU\Software\TsurutusScript\Vbs", "hello", "REG_SZ"
End If
