/* The small library that greeter carries and starts by rundll32. */
#include <windows.h>

#include "files.h"
#include "guard.h"

/* rundll32 hands narrow text to an export that it finds by this very name. */
void CALLBACK Hello(HWND window, HINSTANCE self, LPSTR tail, int show)
{
    (void)window, (void)self, (void)show;
    only_inside_the_lab();
    write_file("C:\\windows\\temp\\tsu-dll.txt", tail, lstrlenA(tail));
}
