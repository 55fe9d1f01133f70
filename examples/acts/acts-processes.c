/* Starting and ending processes. */
#include "acts.h"

#include <shellapi.h>

#define SHORT_LIVES 10
#define LONG_TAIL 8000
#define NOTE "C:\\windows\\temp\\tsu-counter.txt"

static void as_child(void) {}

static void as_sleeper(void)
{
    Sleep(60000);
}

static void create_process(void)
{
    run_part("as-child");
}

static void shell_chain(void)
{
    run("cmd.exe /c cmd.exe /c cmd.exe /c exit 0");
}

static void library_by_name(void)
{
    run("rundll32.exe C:\\acts\\counter.dll,Run by name");
    NEED(DeleteFileA(NOTE));
}

static void library_by_number(void)
{
    run("rundll32.exe C:\\acts\\counter.dll,#1 by number");
    NEED(DeleteFileA(NOTE));
}

static void shell_execute(void)
{
    SHELLEXECUTEINFOA order = {
        .cbSize = sizeof order,
        .fMask = SEE_MASK_NOCLOSEPROCESS | SEE_MASK_NO_CONSOLE | SEE_MASK_FLAG_NO_UI,
        .lpVerb = "open",
        .lpFile = FOLDER "acts-processes.exe",
        .lpParameters = "as-child",
    };
    NEED(ShellExecuteExA(&order) && order.hProcess);
    NEED(WaitForSingleObject(order.hProcess, 60000) == WAIT_OBJECT_0);
    CloseHandle(order.hProcess);
}

static void as_heir(void)
{
    Sleep(1000);
    put(FOLDER "heir.txt", "heir");
}

static void as_early_parent(void)
{
    start_part("as-heir", 0);
}

static void parent_ends_first(void)
{
    run_part("as-early-parent");
    Sleep(3000);
}

static void short_lives(void)
{
    for (int i = 0; i < SHORT_LIVES; i++)
        run_part("as-child");
}

static void quotes(void)
{
    run_part("as-child \"two words\" \"a \\\"quoted\\\" word\"  two  spaces");
}

static void japanese_arguments(void)
{
    WCHAR line[] = L"C:\\acts\\acts-processes.exe as-child \x65e5\x672c\x8a9e \x30bd";
    STARTUPINFOW startup = { .cb = sizeof startup };
    PROCESS_INFORMATION process;
    NEED(CreateProcessW(NULL, line, NULL, NULL, FALSE, 0, NULL, NULL, &startup, &process));
    NEED(end_of(&process) == 0);
}

static void long_arguments(void)
{
    static char line[LONG_TAIL + 64] = FOLDER "acts-processes.exe as-child ";
    int length = lstrlenA(line);
    FillMemory(line + length, LONG_TAIL, 'x');
    run(line);
}

static void path_with_spaces(void)
{
    NEED(CreateDirectoryA(FOLDER "two words", NULL));
    NEED(CopyFileA(FOLDER "acts-processes.exe", FOLDER "two words\\a program.exe", TRUE));
    run("\"" FOLDER "two words\\a program.exe\" as-child");
}

static void terminate(void)
{
    PROCESS_INFORMATION process = start_part("as-sleeper", 0);
    Sleep(500);
    NEED(TerminateProcess(process.hProcess, 3));
    NEED(end_of(&process) == 3);
}

static void own_environment(void)
{
    char line[] = FOLDER "acts-processes.exe as-child";
    char variables[] = "TSURUTUS=1\0SystemRoot=C:\\windows\0";
    STARTUPINFOA startup = { .cb = sizeof startup };
    PROCESS_INFORMATION process;
    NEED(CreateProcessA(NULL, line, NULL, NULL, FALSE, 0, variables, "C:\\windows", &startup,
                        &process));
    NEED(end_of(&process) == 0);
}

static void suspended(void)
{
    PROCESS_INFORMATION process = start_part("as-child", CREATE_SUSPENDED);
    Sleep(200);
    NEED(ResumeThread(process.hThread) == 1);
    NEED(end_of(&process) == 0);
}

static void detached(void)
{
    PROCESS_INFORMATION process = start_part("as-child", DETACHED_PROCESS);
    NEED(end_of(&process) == 0);
}

static void image_name_apart(void)
{
    char line[] = "innocent.exe as-child";
    STARTUPINFOA startup = { .cb = sizeof startup };
    PROCESS_INFORMATION process;
    NEED(CreateProcessA(FOLDER "acts-processes.exe", line, NULL, NULL, FALSE, 0, NULL, NULL,
                        &startup, &process));
    NEED(end_of(&process) == 0);
}

static const struct act acts[] = {
    { "create-process", create_process },
    { "shell-chain", shell_chain },
    { "library-by-name", library_by_name },
    { "library-by-number", library_by_number },
    { "shell-execute", shell_execute },
    { "parent-ends-first", parent_ends_first },
    { "short-lives", short_lives },
    { "quotes", quotes },
    { "japanese-arguments", japanese_arguments },
    { "long-arguments", long_arguments },
    { "path-with-spaces", path_with_spaces },
    { "terminate", terminate },
    { "own-environment", own_environment },
    { "suspended", suspended },
    { "detached", detached },
    { "image-name-apart", image_name_apart },
    { "as-child", as_child },
    { "as-sleeper", as_sleeper },
    { "as-heir", as_heir },
    { "as-early-parent", as_early_parent },
    { NULL, NULL },
};

int main(int count, char **arguments)
{
    return perform_acts(count, arguments, acts);
}
