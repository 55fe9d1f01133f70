/* A library that is started by rundll32, by name or by number, and notes what it was given. */
#include <windows.h>

#include "files.h"
#include "guard.h"

#define NOTE "C:\\windows\\temp\\tsu-counter.txt"

/* Found by its name: rundll32 hands it narrow text. */
void CALLBACK Run(HWND window, HINSTANCE self, LPSTR tail, int show)
{
    (void)window, (void)self, (void)show;
    only_inside_the_lab();
    write_file(NOTE, tail, lstrlenA(tail));
}

/* Found by its number: rundll32 hands it wide text. */
void CALLBACK RunFirst(HWND window, HINSTANCE self, LPWSTR tail, int show)
{
    char narrow[1024];
    int length = WideCharToMultiByte(CP_ACP, 0, tail, -1, narrow, sizeof narrow, NULL, NULL);
    (void)window, (void)self, (void)show;
    only_inside_the_lab();
    write_file(NOTE, narrow, length > 0 ? length - 1 : 0);
}
