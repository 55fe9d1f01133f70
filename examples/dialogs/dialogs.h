/* What the examples that ask questions share. */
#ifndef TSURUTUS_DIALOGS_H
#define TSURUTUS_DIALOGS_H

#include <windows.h>

#include "../files.h"
#include "../guard.h"

#define SOMETHING_FAILED 100
#define TEMP "C:\\windows\\temp\\"

/* The act that follows a dialog: a file that says which one was answered. */
static inline void note(const char *path)
{
    if (!write_file(path, "answered", 8))
        ExitProcess(SOMETHING_FAILED);
}

/* Ends the process with the number of dialogs that were answered before, unless this one was. */
static inline void answered(BOOL yes, UINT before, const char *path)
{
    if (!yes)
        ExitProcess(before);
    note(path);
}

static inline BOOL ticked(HWND dialog, int control)
{
    return IsDlgButtonChecked(dialog, control) == BST_CHECKED;
}

/* A dialog whose OK is disabled while a box or choice called IDC_ACCEPT is not ticked. */
#define IDC_ACCEPT 101
#define IDC_DECLINE 102

static inline INT_PTR CALLBACK agreement(HWND dialog, UINT message, WPARAM wide, LPARAM unused)
{
    (void)unused;
    if (message == WM_INITDIALOG) {
        EnableWindow(GetDlgItem(dialog, IDOK), GetDlgItem(dialog, IDC_ACCEPT) == NULL);
        if (GetDlgItem(dialog, IDC_DECLINE))
            CheckRadioButton(dialog, IDC_ACCEPT, IDC_DECLINE, IDC_DECLINE);
        return TRUE;
    }
    if (message != WM_COMMAND)
        return FALSE;
    switch (LOWORD(wide)) {
    case IDC_ACCEPT:
    case IDC_DECLINE:
        EnableWindow(GetDlgItem(dialog, IDOK), ticked(dialog, IDC_ACCEPT));
        return TRUE;
    case IDOK:
    case IDCANCEL:
        EndDialog(dialog, LOWORD(wide));
        return TRUE;
    }
    return FALSE;
}

static inline BOOL agreed(HINSTANCE self, int resource)
{
    return DialogBoxParamW(self, MAKEINTRESOURCEW(resource), NULL, agreement, 0) == IDOK;
}

#endif
