// Writes a file, copies it, deletes the copy and sets a value. Does nothing outside the lab.
var files = new ActiveXObject("Scripting.FileSystemObject");
if (files.FileExists("C:\\tsurutus\\launch.exe")) {
    var note = files.CreateTextFile("C:\\windows\\temp\\tsu-js.txt", true);
    note.Write("hello from JScript");
    note.Close();

    files.CopyFile("C:\\windows\\temp\\tsu-js.txt", "C:\\windows\\temp\\tsu-js-copy.txt", true);
    files.DeleteFile("C:\\windows\\temp\\tsu-js-copy.txt", true);

    var shell = new ActiveXObject("WScript.Shell");
    shell.RegWrite("HKCU\\Software\\TsurutusScript\\Js", "hello", "REG_SZ");
}
