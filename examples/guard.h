/* Every example that leaves a trace asks first whether it runs in the lab. */
#ifndef TSURUTUS_GUARD_H
#define TSURUTUS_GUARD_H

#include <windows.h>

#define OUTSIDE_THE_LAB 9

static inline BOOL inside_the_lab(void)
{
    HMODULE ntdll = GetModuleHandleA("ntdll.dll");
    return ntdll && GetProcAddress(ntdll, "wine_get_version")
        && GetFileAttributesA("C:\\tsurutus\\launch.exe") != INVALID_FILE_ATTRIBUTES;
}

static inline void print_line(const char *line)
{
    DWORD written;
    HANDLE output = GetStdHandle(STD_OUTPUT_HANDLE);
    WriteFile(output, line, lstrlenA(line), &written, NULL);
    WriteFile(output, "\r\n", 2, &written, NULL);
}

/* Ends the process unless it runs in the lab. */
static inline void only_inside_the_lab(void)
{
    if (!inside_the_lab()) {
        print_line("This Tsurutus example does nothing outside the lab.");
        ExitProcess(OUTSIDE_THE_LAB);
    }
}

#endif
