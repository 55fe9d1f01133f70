// Writes a file, sets a value and starts a process. Does nothing outside the lab.
var files = new ActiveXObject("Scripting.FileSystemObject");
if (files.FileExists("C:\\tsurutus\\launch.exe")) {
    var note = files.CreateTextFile("C:\\acts\\jscript.txt", true);
    note.Write("by JScript");
    note.Close();

    var shell = new ActiveXObject("WScript.Shell");
    shell.RegWrite("HKCU\\Software\\TsurutusJs\\Value", "by JScript", "REG_SZ");
    shell.Run("C:\\acts\\acts-quiet.exe nothing", 0, true);
}
