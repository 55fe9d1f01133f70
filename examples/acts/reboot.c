/* Writes a file and starts the PC again. */
#include "acts.h"

int main(void)
{
    only_inside_the_lab();
    put("C:\\windows\\temp\\tsu-reboot.txt", "rebooting");
    NEED(ExitWindowsEx(EWX_REBOOT, 0));
    Sleep(5000);
    return 0;
}
