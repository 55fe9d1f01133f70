/* Performs the acts of a program's table and notes how each ended; see acts.h. */
#include <stdio.h>

#include "acts.h"

#define UNKNOWN_ACT 8
#define NOT_STARTED 7
#define ATTEMPTS 3
#define LIMIT_MILLIS 240000
#define LONGEST 1024
#define RESULTS "C:\\windows\\temp\\acts-result.txt"

#define MOST_STARTED 64

/* What was started and not waited for; a run lasts until the last of them has ended. */
static HANDLE started[MOST_STARTED];

static void remember(HANDLE process)
{
    for (int i = 0; i < MOST_STARTED; i++) {
        if (!started[i]) {
            started[i] = process;
            return;
        }
    }
}

static void forget(HANDLE process)
{
    for (int i = 0; i < MOST_STARTED; i++)
        if (started[i] == process)
            started[i] = NULL;
}

void fail(UINT line)
{
    for (int i = 0; i < MOST_STARTED; i++)
        if (started[i])
            TerminateProcess(started[i], line);
    ExitProcess(line);
}

/* Wine now and then fails to start a program; no act shall suffer from that. */
static BOOL try_start(const char *command_line, DWORD flags, PROCESS_INFORMATION *process)
{
    static char line[32768];
    STARTUPINFOA startup = { .cb = sizeof startup };

    NEED(lstrlenA(command_line) < (int)sizeof line);
    for (int i = 0; i < ATTEMPTS; i++) {
        lstrcpyA(line, command_line);
        if (CreateProcessA(NULL, line, NULL, NULL, FALSE, flags, NULL, NULL, &startup, process))
            return TRUE;
        Sleep(1000);
    }
    return FALSE;
}

PROCESS_INFORMATION start(const char *command_line, DWORD flags)
{
    PROCESS_INFORMATION process;
    NEED(try_start(command_line, flags, &process));
    remember(process.hProcess);
    return process;
}

PROCESS_INFORMATION start_part(const char *part, DWORD flags)
{
    char self[MAX_PATH], line[LONGEST];
    NEED(GetModuleFileNameA(NULL, self, sizeof self) < sizeof self);
    snprintf(line, sizeof line, "%s %s", self, part);
    return start(line, flags);
}

DWORD end_of(PROCESS_INFORMATION *process)
{
    DWORD code = STILL_ACTIVE;
    if (WaitForSingleObject(process->hProcess, LIMIT_MILLIS) != WAIT_OBJECT_0)
        TerminateProcess(process->hProcess, WAIT_TIMEOUT);
    GetExitCodeProcess(process->hProcess, &code);
    forget(process->hProcess);
    CloseHandle(process->hThread);
    CloseHandle(process->hProcess);
    return code;
}

void run(const char *command_line)
{
    PROCESS_INFORMATION process = start(command_line, 0);
    NEED(end_of(&process) == 0);
}

void run_part(const char *part)
{
    PROCESS_INFORMATION process = start_part(part, 0);
    NEED(end_of(&process) == 0);
}

void put(const char *path, const char *text)
{
    NEED(write_file(path, text, lstrlenA(text)));
}

static BOOL is_part(const struct act *act)
{
    return act->name[0] == 'a' && act->name[1] == 's' && act->name[2] == '-';
}

/* One line an act: program, act, exit code. */
static void note(const char *program, const char *act, DWORD code)
{
    char line[LONGEST];
    DWORD written;
    const char *name = program;
    for (const char *at = program; *at; at++)
        if (*at == '\\')
            name = at + 1;
    HANDLE results = CreateFileA(RESULTS, FILE_APPEND_DATA, 0, NULL, OPEN_ALWAYS, 0, NULL);
    NEED(results != INVALID_HANDLE_VALUE);
    snprintf(line, sizeof line, "%s %s %lu\r\n", name, act, code);
    NEED(WriteFile(results, line, lstrlenA(line), &written, NULL));
    CloseHandle(results);
}

static DWORD perform_apart(const char *program, const char *act)
{
    char line[LONGEST];
    PROCESS_INFORMATION process;
    snprintf(line, sizeof line, "%s %s", program, act);
    return try_start(line, 0, &process) ? end_of(&process) : NOT_STARTED;
}

int perform_acts(int count, char **arguments, const struct act *acts)
{
    char self[MAX_PATH];
    only_inside_the_lab();
    if (count > 1) {
        for (const struct act *act = acts; act->name; act++) {
            if (lstrcmpA(act->name, arguments[1]) == 0) {
                act->perform();
                return 0;
            }
        }
        return UNKNOWN_ACT;
    }
    NEED(GetModuleFileNameA(NULL, self, sizeof self) < sizeof self);
    for (const struct act *act = acts; act->name; act++) {
        if (!is_part(act))
            note(self, act->name, perform_apart(self, act->name));
    }
    return 0;
}
