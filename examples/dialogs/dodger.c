/* A dialog that runs away from the pointer, often but not for ever. Enter answers it at any time. */
#include "dialogs.h"

#define DIALOG 1
#define WATCH 1
#define WATCH_MILLIS 20
#define DODGES 12
#define CLOSE_BY 40

static int dodges;

static BOOL near_button(HWND dialog)
{
    POINT pointer;
    RECT button;
    GetCursorPos(&pointer);
    GetWindowRect(GetDlgItem(dialog, IDOK), &button);
    InflateRect(&button, CLOSE_BY, CLOSE_BY);
    return PtInRect(&button, pointer);
}

/* To the other side of the screen, by turns higher and lower. */
static void dodge(HWND dialog)
{
    RECT place;
    GetWindowRect(dialog, &place);
    int width = place.right - place.left;
    int x = place.left > 300 ? 60 : GetSystemMetrics(SM_CXSCREEN) - width - 60;
    int y = 100 + dodges * 137 % 400;
    dodges++;
    SetWindowPos(dialog, NULL, x, y, 0, 0, SWP_NOSIZE | SWP_NOZORDER | SWP_NOACTIVATE);
}

static INT_PTR CALLBACK shy(HWND dialog, UINT message, WPARAM wide, LPARAM unused)
{
    (void)unused;
    switch (message) {
    case WM_INITDIALOG:
        SetTimer(dialog, WATCH, WATCH_MILLIS, NULL);
        return TRUE;
    case WM_TIMER:
        if (dodges < DODGES && near_button(dialog))
            dodge(dialog);
        return TRUE;
    case WM_COMMAND:
        EndDialog(dialog, LOWORD(wide));
        return TRUE;
    }
    return FALSE;
}

int WINAPI WinMain(HINSTANCE self, HINSTANCE unused, LPSTR command_line, int show)
{
    (void)unused, (void)command_line, (void)show;
    only_inside_the_lab();
    answered(DialogBoxParamW(self, MAKEINTRESOURCEW(DIALOG), NULL, shy, 0) == IDOK, 0, TEMP "tsu-dodger-1.txt");
    return 1;
}
