/* Writes a file and ends the Windows session. */
#include "acts.h"

int main(void)
{
    only_inside_the_lab();
    put("C:\\windows\\temp\\tsu-logoff.txt", "logging off");
    NEED(ExitWindowsEx(EWX_LOGOFF, 0));
    Sleep(5000);
    return 0;
}
