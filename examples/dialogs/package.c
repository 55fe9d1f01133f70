/* Carries an installer package, lays it out and hands it to Windows' installer, as downloaders of packages do. */
#include "dialogs.h"

#define PACKAGE 1
#define PACKAGE_PATH TEMP "tsu-sample.msi"

int WINAPI WinMain(HINSTANCE self, HINSTANCE unused, LPSTR command_line, int show)
{
    char installer[] = "msiexec.exe /i " PACKAGE_PATH;
    STARTUPINFOA startup = {.cb = sizeof startup};
    PROCESS_INFORMATION child;
    DWORD code = SOMETHING_FAILED;
    HRSRC package = FindResourceA(self, MAKEINTRESOURCEA(PACKAGE), (LPCSTR)RT_RCDATA);

    (void)unused, (void)command_line, (void)show;
    only_inside_the_lab();
    if (!package
        || !write_file(PACKAGE_PATH, LockResource(LoadResource(self, package)), SizeofResource(self, package))
        || !CreateProcessA(NULL, installer, NULL, NULL, FALSE, 0, NULL, NULL, &startup, &child))
        return SOMETHING_FAILED;
    WaitForSingleObject(child.hProcess, INFINITE);
    GetExitCodeProcess(child.hProcess, &code);
    return (int)code;
}
