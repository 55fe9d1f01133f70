/*
 * launch.exe: the only Windows program of the guest that is ours. It waits on its standard input, a pipe
 * that the guest's init holds, for one line "DIRECTORY<tab>COMMAND LINE" in UTF-8, starts that command in
 * that directory with a console of its own, as a double click would, and answers one line on its
 * standard output; another one when the program has ended. It knows nothing of specimens.
 *
 * A line without a tab is the computer's new name: the state that PCs start from has one name for all. The
 * answer is "done name" or "failed name".
 */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#define LINE_BYTES 65536

static HANDLE input, output;
static char line[LINE_BYTES];
static WCHAR wide[LINE_BYTES];

static void say(const char *word, DWORD number) {
    char text[64];
    DWORD written;
    wsprintfA(text, "%s %lu\n", word, number);
    WriteFile(output, text, lstrlenA(text), &written, NULL);
}

/* Reads up to a line feed; answers 0 at end of file or where the line is too long. */
static int read_line(void) {
    for (DWORD at = 0, got; at < LINE_BYTES - 1; at++) {
        if (!ReadFile(input, line + at, 1, &got, NULL) || got == 0) return 0;
        if (line[at] == '\n') {
            line[at] = 0;
            return 1;
        }
    }
    return 0;
}

static DWORD WINAPI wait_for_end(void *process) {
    DWORD code = 0;
    WaitForSingleObject(process, INFINITE);
    GetExitCodeProcess(process, &code);
    CloseHandle(process);
    say("ended", code);
    return 0;
}

static LSTATUS set_name(const char *key, const char *value, const char *name) {
    HKEY opened;
    LSTATUS status = RegCreateKeyExA(HKEY_LOCAL_MACHINE, key, 0, NULL, 0, KEY_SET_VALUE, NULL, &opened, NULL);
    if (status) return status;
    status = RegSetValueExA(opened, value, 0, REG_SZ, (const BYTE *)name, lstrlenA(name) + 1);
    RegCloseKey(opened);
    return status;
}

/* Where Windows keeps the name for itself, for the next start, for sockets and for what is started from here. */
static void rename_computer(const char *name) {
    LSTATUS status = set_name("System\\CurrentControlSet\\Control\\ComputerName\\ActiveComputerName", "ComputerName", name);
    if (!status) status = set_name("System\\CurrentControlSet\\Control\\ComputerName\\ComputerName", "ComputerName", name);
    if (!status) status = set_name("System\\CurrentControlSet\\Services\\Tcpip\\Parameters", "Hostname", name);
    if (!status) status = set_name("System\\CurrentControlSet\\Services\\Tcpip\\Parameters", "NV Hostname", name);
    if (!status && !SetEnvironmentVariableA("COMPUTERNAME", name)) status = GetLastError();
    DWORD written;
    WriteFile(output, status ? "failed name\n" : "done name\n", status ? 12 : 10, &written, NULL);
}

static void start(void) {
    STARTUPINFOW startup = {.cb = sizeof startup};
    PROCESS_INFORMATION process;
    if (!MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, line, -1, wide, LINE_BYTES)) {
        say("launch failed", GetLastError());
        return;
    }
    WCHAR *command = wide;
    while (*command && *command != '\t') command++;
    if (!*command) {
        rename_computer(line);
        return;
    }
    *command++ = 0;
    if (!CreateProcessW(NULL, command, NULL, NULL, FALSE, CREATE_NEW_CONSOLE, NULL, wide, &startup, &process)) {
        say("launch failed", GetLastError());
        return;
    }
    say("launched", process.dwProcessId);
    CloseHandle(process.hThread);
    CloseHandle(CreateThread(NULL, 0, wait_for_end, process.hProcess, 0, NULL));
}

void WINAPI entry(void) {
    input = GetStdHandle(STD_INPUT_HANDLE);
    output = GetStdHandle(STD_OUTPUT_HANDLE);
    say("launcher ready", GetCurrentProcessId());
    while (read_line()) start();
    ExitProcess(0);
}
