/* Two dialogs behind an ordinary window: one is covered in part, of the other only the title bar is to be seen. */
#include "dialogs.h"

#define PARTLY 1
#define WHOLLY 2

static int answers;

static void place(HWND window, HWND after, int x, int y)
{
    SetWindowPos(window, after, x, y, 0, 0, SWP_NOSIZE | SWP_NOACTIVATE | SWP_SHOWWINDOW);
}

static INT_PTR CALLBACK dialog_procedure(HWND dialog, UINT message, WPARAM wide, LPARAM file)
{
    if (message == WM_INITDIALOG) {
        SetWindowLongPtrA(dialog, DWLP_USER, file);
        return FALSE;
    }
    if (message != WM_COMMAND)
        return FALSE;
    if (LOWORD(wide) == IDOK) {
        note((const char *)GetWindowLongPtrA(dialog, DWLP_USER));
        answers++;
    }
    DestroyWindow(dialog);
    return TRUE;
}

static HWND notes_window(HINSTANCE self)
{
    WNDCLASSA class = {.lpfnWndProc = DefWindowProcA,
                       .hInstance = self,
                       .hCursor = LoadCursorA(NULL, (LPCSTR)IDC_ARROW),
                       .hbrBackground = (HBRUSH)(COLOR_WINDOW + 1),
                       .lpszClassName = "TsurutusNotes"};
    RegisterClassA(&class);
    HWND window = CreateWindowA("TsurutusNotes", "Notes", WS_OVERLAPPEDWINDOW, 280, 200, 460, 360, NULL, NULL, self,
                                NULL);
    CreateWindowA("STATIC", "Remember to water the plants.", WS_CHILD | WS_VISIBLE, 20, 20, 300, 20, window, NULL,
                  self, NULL);
    return window;
}

int WINAPI WinMain(HINSTANCE self, HINSTANCE unused, LPSTR command_line, int show)
{
    MSG message;

    (void)unused, (void)command_line, (void)show;
    only_inside_the_lab();
    HWND partly = CreateDialogParamW(self, MAKEINTRESOURCEW(PARTLY), NULL, dialog_procedure,
                                     (LPARAM)TEMP "tsu-behind-1.txt");
    HWND wholly = CreateDialogParamW(self, MAKEINTRESOURCEW(WHOLLY), NULL, dialog_procedure,
                                     (LPARAM)TEMP "tsu-behind-2.txt");
    HWND notes = notes_window(self);
    if (!partly || !wholly || !notes)
        return SOMETHING_FAILED;
    place(partly, HWND_TOP, 80, 440);
    place(wholly, HWND_TOP, 320, 178);
    place(notes, HWND_TOP, 280, 200);
    SetForegroundWindow(notes);
    while (IsWindow(partly) || IsWindow(wholly)) {
        if (GetMessageA(&message, NULL, 0, 0) <= 0)
            return SOMETHING_FAILED;
        if (!IsDialogMessageA(partly, &message) && !IsDialogMessageA(wholly, &message)) {
            TranslateMessage(&message);
            DispatchMessageA(&message);
        }
    }
    return answers;
}
