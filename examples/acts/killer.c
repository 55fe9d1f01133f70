/* Ends every process that it may, and acts once before and once after. */
#include "acts.h"

#include <tlhelp32.h>

static void end_process(DWORD number)
{
    HANDLE process = OpenProcess(PROCESS_TERMINATE, FALSE, number);
    if (process) {
        TerminateProcess(process, 1);
        CloseHandle(process);
    }
}

int main(void)
{
    PROCESSENTRY32 entry = { .dwSize = sizeof entry };
    only_inside_the_lab();
    put("C:\\windows\\temp\\tsu-killer-before.txt", "before");
    HANDLE all = CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0);
    NEED(all != INVALID_HANDLE_VALUE);
    for (BOOL more = Process32First(all, &entry); more; more = Process32Next(all, &entry))
        if (entry.th32ProcessID != GetCurrentProcessId())
            end_process(entry.th32ProcessID);
    CloseHandle(all);
    put("C:\\windows\\temp\\tsu-killer-after.txt", "after");
    return 0;
}
