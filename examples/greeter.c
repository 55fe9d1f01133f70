/* Asks a question and, after OK, does a little of everything that a log should show. */
#include <windows.h>

#include "files.h"
#include "guard.h"

#define ALLOWED 7
#define CANCELLED 3
#define SOMETHING_FAILED 1
#define HELPER_RESOURCE 1
#define CHILD_LIMIT_MILLIS 60000

static char dropped[64 * 1024];

static void need(BOOL done)
{
    if (!done)
        ExitProcess(SOMETHING_FAILED);
}

static void path_in_temp(char *path, const char *name)
{
    need(GetTempPathA(MAX_PATH, path) != 0);
    need(lstrlenA(path) + lstrlenA(name) < MAX_PATH);
    lstrcatA(path, name);
}

static void run(char *command_line)
{
    STARTUPINFOA startup = { .cb = sizeof startup };
    PROCESS_INFORMATION child;
    need(CreateProcessA(NULL, command_line, NULL, NULL, FALSE, CREATE_NO_WINDOW, NULL, NULL,
                        &startup, &child));
    WaitForSingleObject(child.hProcess, CHILD_LIMIT_MILLIS);
    CloseHandle(child.hThread);
    CloseHandle(child.hProcess);
}

static void touch_files(void)
{
    char first[MAX_PATH], second[MAX_PATH], gone[MAX_PATH], self[MAX_PATH];

    path_in_temp(first, "tsu-drop.tmp");
    path_in_temp(second, "tsu-drop.dat");
    FillMemory(dropped, sizeof dropped, 'A');
    need(write_file(first, dropped, sizeof dropped));
    need(MoveFileExA(first, second, MOVEFILE_REPLACE_EXISTING));

    need(GetModuleFileNameA(NULL, self, sizeof self) != 0);
    need(CopyFileA(self, "C:\\windows\\temp\\tsu-copy.exe", FALSE));

    path_in_temp(gone, "tsu-gone.tmp");
    need(write_file(gone, "gone", 4));
    need(DeleteFileA(gone));
}

static void touch_registry(void)
{
    static const char value[] = "C:\\windows\\temp\\tsu-copy.exe";
    HKEY key;

    need(!RegCreateKeyExA(HKEY_CURRENT_USER, "Software\\Microsoft\\Windows\\CurrentVersion\\Run", 0,
                          NULL, 0, KEY_ALL_ACCESS, NULL, &key, NULL));
    need(!RegSetValueExA(key, "TsurutusExample", 0, REG_SZ, (const BYTE *)value, sizeof value));
    need(!RegSetValueExA(key, "TsurutusGone", 0, REG_SZ, (const BYTE *)"gone", 5));
    need(!RegDeleteValueA(key, "TsurutusGone"));
    RegCloseKey(key);

    need(!RegCreateKeyExA(HKEY_CURRENT_USER, "Software\\TsurutusExample", 0, NULL, 0,
                          KEY_ALL_ACCESS, NULL, &key, NULL));
    RegCloseKey(key);
    need(!RegDeleteKeyA(HKEY_CURRENT_USER, "Software\\TsurutusExample"));
}

static void start_children(void)
{
    char shell[] = "cmd.exe /c echo hello> C:\\windows\\temp\\tsu-child.txt";
    char helper[MAX_PATH], library[MAX_PATH + 64];
    HRSRC resource = FindResourceA(NULL, MAKEINTRESOURCEA(HELPER_RESOURCE), (LPCSTR)RT_RCDATA);

    run(shell);

    need(resource != NULL);
    path_in_temp(helper, "tsu-helper.dll");
    need(write_file(helper, LockResource(LoadResource(NULL, resource)),
                    SizeofResource(NULL, resource)));
    wsprintfA(library, "rundll32.exe %s,Hello #1", helper);
    run(library);
}

int WINAPI WinMain(HINSTANCE self, HINSTANCE unused, LPSTR command_line, int show)
{
    (void)self, (void)unused, (void)command_line, (void)show;
    only_inside_the_lab();
    if (MessageBoxA(NULL, "Allow this program to continue?", "Tsurutus example",
                    MB_OKCANCEL | MB_ICONWARNING) != IDOK)
        return CANCELLED;
    touch_files();
    touch_registry();
    start_children();
    return ALLOWED;
}
