/* Scripts of each language; each writes a file, sets a value and starts a process. */
#include "acts.h"

static void vbscript(void)
{
    run("wscript.exe C:\\acts\\script.vbs");
}

static void jscript(void)
{
    run("wscript.exe C:\\acts\\script.js");
}

static void console_jscript(void)
{
    run("cscript.exe //nologo C:\\acts\\script.js");
}

static void batch(void)
{
    run("cmd.exe /c C:\\acts\\script.bat");
}

static const struct act acts[] = {
    { "vbscript", vbscript },
    { "jscript", jscript },
    { "console-jscript", console_jscript },
    { "batch", batch },
    { NULL, NULL },
};

int main(int count, char **arguments)
{
    return perform_acts(count, arguments, acts);
}
