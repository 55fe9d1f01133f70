/* Carries the programs, libraries and scripts of the catalogue, lays them out in C:\acts and lets each
   program perform its acts: all programs, or those that are named, as in: acts.exe files registry */
#include <ctype.h>
#include <stdio.h>

#include "acts.h"

#define LONGEST_NAME 64

static int wanted_count;
static char **wanted;

/* A resource is named for its file: ACTS-FILES.EXE */
static BOOL CALLBACK lay_out(HMODULE self, LPCSTR type, LPSTR name, LONG_PTR unused)
{
    char path[MAX_PATH];
    HRSRC resource = FindResourceA(self, name, type);
    (void)unused;
    NEED(resource && lstrlenA(name) < LONGEST_NAME);
    for (char *at = name; *at; at++)
        *at = tolower((unsigned char)*at);
    snprintf(path, sizeof path, FOLDER "%s", name);
    NEED(write_file(path, LockResource(LoadResource(self, resource)),
                    SizeofResource(self, resource)));
    return TRUE;
}

static BOOL is_wanted(const char *subject)
{
    char name[LONGEST_NAME];
    for (int i = 0; i < wanted_count; i++) {
        snprintf(name, sizeof name, "acts-%s.exe", wanted[i]);
        if (lstrcmpiA(subject, name) == 0)
            return TRUE;
    }
    return wanted_count == 0;
}

static void perform_subjects(void)
{
    WIN32_FIND_DATAA found;
    char path[MAX_PATH];
    HANDLE search = FindFirstFileA(FOLDER "acts-*.exe", &found);
    NEED(search != INVALID_HANDLE_VALUE);
    do {
        if (is_wanted(found.cFileName)) {
            snprintf(path, sizeof path, FOLDER "%s", found.cFileName);
            PROCESS_INFORMATION process = start(path, 0);
            WaitForSingleObject(process.hProcess, INFINITE);
            end_of(&process);
        }
    } while (FindNextFileA(search, &found));
    FindClose(search);
}

int main(int count, char **arguments)
{
    only_inside_the_lab();
    wanted_count = count - 1;
    wanted = arguments + 1;
    CreateDirectoryA(FOLDER, NULL);
    NEED(EnumResourceNamesA(NULL, (LPCSTR)RT_RCDATA, lay_out, 0));
    perform_subjects();
    return 0;
}
