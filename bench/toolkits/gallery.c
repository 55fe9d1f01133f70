/*
 * gallery.exe COUNT: shows COUNT dialogs of its own resources, message boxes and dialogs of Wine's own programs, one
 * after another. Of each it writes down every control, in C:\windows\temp\tsu-tree-NNN.txt, and then holds still for a
 * while, for somebody to take a picture.
 */
#include <windows.h>

#define APPEAR_MILLIS 20000
#define SETTLE_MILLIS 1500
#define HOLD_MILLIS 5000
#define CHECKED_FROM 200
#define MARK 20
#define TITLE L"Sample message"

static HANDLE tree;
static int shown;
static HWND found;
static DWORD wanted_process, wanted_thread;

struct item {
    int resource;
    UINT buttons;
    const WCHAR *text;
    const WCHAR *intended;
};

static const struct item messages[] = {
    {0, MB_OK | MB_ICONINFORMATION, L"The settings have been saved.", L"OK"},
    {0, MB_OKCANCEL | MB_ICONWARNING, L"This program wants to make changes. Go on?", L"OK"},
    {0, MB_OKCANCEL | MB_DEFBUTTON2, L"The last step takes a moment.", L"OK"},
    {0, MB_YESNO | MB_ICONQUESTION, L"Do you want to run this program?", L"Yes"},
    {0, MB_YESNO | MB_DEFBUTTON2 | MB_ICONWARNING, L"The file is not signed. Open it all the same?", L"Yes"},
    {0, MB_YESNOCANCEL | MB_ICONQUESTION, L"Install the missing component now?", L"Yes"},
    {0, MB_RETRYCANCEL | MB_ICONERROR, L"The drive is not ready.", L"Retry"},
    {0, MB_ABORTRETRYIGNORE | MB_ICONERROR, L"Cannot write viewer.dll.", L"Retry|Ignore"},
    {0, MB_CANCELTRYCONTINUE | MB_ICONWARNING, L"A file is in use.", L"Continue"},
    {0, MB_OK, L"インストールが完了しました。", L"OK"},
    {0, MB_YESNO | MB_ICONQUESTION, L"このファイルを実行しますか?", L"Yes"},
    {0, MB_YESNO | MB_ICONQUESTION, L"要运行此文件吗？", L"Yes"},
    {0, MB_OKCANCEL | MB_ICONWARNING, L"이 파일을 실행하시겠습니까?", L"OK"},
    {0, MB_YESNO | MB_ICONQUESTION, L"Запустить этот файл?", L"Yes"},
};

static void write_text(const WCHAR *text)
{
    static char bytes[8192];
    DWORD written;
    int length = WideCharToMultiByte(CP_UTF8, 0, text, -1, bytes, sizeof bytes, NULL, NULL);
    if (length > 1)
        WriteFile(tree, bytes, length - 1, &written, NULL);
}

/* Tabs and ends of lines belong to the table. */
static void write_name(HWND window)
{
    static WCHAR name[1024];
    name[0] = 0;
    GetWindowTextW(window, name, 1024);
    for (WCHAR *at = name; *at; at++)
        if (*at < ' ')
            *at = ' ';
    write_text(name);
    write_text(L"\n");
}

/* A box or choice ends for a person where its label ends. */
static void trim(HWND control, const WCHAR *class, RECT *place)
{
    static HFONT font;
    WCHAR label[256];
    SIZE size;
    LONG type = GetWindowLongW(control, GWL_STYLE) & BS_TYPEMASK;

    if (lstrcmpiW(class, L"Button") || type < BS_CHECKBOX || type == BS_GROUPBOX || type > BS_AUTORADIOBUTTON)
        return;
    if (!font)
        font = CreateFontW(-11, 0, 0, 0, FW_NORMAL, 0, 0, 0, DEFAULT_CHARSET, 0, 0, 0, 0, L"MS Shell Dlg");
    HDC context = GetDC(NULL);
    HGDIOBJ old = SelectObject(context, font);
    int length = GetWindowTextW(control, label, 256);
    if (GetTextExtentPoint32W(context, label, length, &size) && place->left + MARK + size.cx < place->right)
        place->right = place->left + MARK + size.cx;
    SelectObject(context, old);
    ReleaseDC(NULL, context);
}

static BOOL CALLBACK write_window(HWND window, LPARAM unused)
{
    WCHAR class[64], line[256];
    RECT place;
    GUITHREADINFO thread = {.cbSize = sizeof thread};

    (void)unused;
    if (!IsWindowVisible(window))
        return TRUE;
    GetClassNameW(window, class, 64);
    GetWindowRect(window, &place);
    trim(window, class, &place);
    GetGUIThreadInfo(GetWindowThreadProcessId(window, NULL), &thread);
    wsprintfW(line, L"%s\t%lu\t%ld\t%ld\t%ld\t%ld\t%d\t%d\t%d\t", class, GetWindowLongW(window, GWL_STYLE), place.left,
              place.top, place.right, place.bottom, IsWindowEnabled(window), thread.hwndFocus == window,
              SendMessageW(window, BM_GETCHECK, 0, 0) == BST_CHECKED && !lstrcmpiW(class, L"Button"));
    write_text(line);
    write_name(window);
    return TRUE;
}

static void write_tree(HWND window, const WCHAR *kind, int number, const WCHAR *intended)
{
    WCHAR path[MAX_PATH], line[256];
    wsprintfW(path, L"C:\\windows\\temp\\tsu-tree-%03d.txt", shown++);
    tree = CreateFileW(path, GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL);
    wsprintfW(line, L"%s\t%d\t%s\n", kind, number, intended);
    write_text(line);
    if (window) {
        write_window(window, 0);
        EnumChildWindows(window, write_window, 0);
    }
    CloseHandle(tree);
}

static BOOL CALLBACK is_wanted(HWND window, LPARAM unused)
{
    DWORD process, thread = GetWindowThreadProcessId(window, &process);
    (void)unused;
    if (!IsWindowVisible(window) || process != wanted_process || (wanted_thread && thread != wanted_thread))
        return TRUE;
    found = window;
    return FALSE;
}

static HWND await_window(DWORD process, DWORD thread)
{
    wanted_process = process;
    wanted_thread = thread;
    found = NULL;
    for (int waited = 0; !found && waited < APPEAR_MILLIS; waited += 100) {
        EnumWindows(is_wanted, 0);
        Sleep(100);
    }
    Sleep(SETTLE_MILLIS);
    /* what stood first may have been a splash */
    found = NULL;
    EnumWindows(is_wanted, 0);
    return found;
}

static INT_PTR CALLBACK plain(HWND dialog, UINT message, WPARAM wide, LPARAM unused)
{
    (void)unused;
    if (message == WM_INITDIALOG) {
        for (int id = CHECKED_FROM; id < CHECKED_FROM + 20; id++)
            if (GetDlgItem(dialog, id))
                CheckDlgButton(dialog, id, BST_CHECKED);
        return TRUE;
    }
    if (message == WM_COMMAND && LOWORD(wide) == IDCANCEL) {
        EndDialog(dialog, IDCANCEL);
        return TRUE;
    }
    return FALSE;
}

static DWORD WINAPI show(void *parameter)
{
    const struct item *item = parameter;
    if (item->resource)
        DialogBoxParamW(GetModuleHandleW(NULL), MAKEINTRESOURCEW(item->resource), NULL, plain, 0);
    else
        MessageBoxW(NULL, item->text, TITLE, item->buttons);
    return 0;
}

static BOOL CALLBACK post_all(HWND child, LPARAM dialog)
{
    PostMessageW((HWND)dialog, WM_COMMAND, MAKEWPARAM(GetDlgCtrlID(child), BN_CLICKED), (LPARAM)child);
    return TRUE;
}

static void show_own(const struct item *item)
{
    DWORD id;
    HANDLE thread = CreateThread(NULL, 0, show, (void *)item, 0, &id);
    HWND window = await_window(GetCurrentProcessId(), id);
    if (window) {
        write_tree(window, item->resource ? L"scene" : L"message", item->resource, item->intended);
        Sleep(HOLD_MILLIS);
        if (item->resource)
            PostMessageW(window, WM_COMMAND, IDCANCEL, 0);
        else
            EnumChildWindows(window, post_all, (LPARAM)window);
    }
    WaitForSingleObject(thread, APPEAR_MILLIS);
    CloseHandle(thread);
}

static const WCHAR *wanted_name;

static BOOL CALLBACK is_named(HWND window, LPARAM unused)
{
    WCHAR name[256], plain_name[256], *to = plain_name;
    (void)unused;
    GetWindowTextW(window, name, 256);
    for (WCHAR *from = name; *from; from++)
        if (*from != '&')
            *to++ = *from;
    *to = 0;
    if (!IsWindowVisible(window) || !IsWindowEnabled(window) || lstrcmpW(plain_name, wanted_name))
        return TRUE;
    found = window;
    return FALSE;
}

/* Shows a program's windows, each of which is answered by the button that `answers` names in turn. */
static void show_program(const WCHAR *command, const WCHAR *const *answers)
{
    WCHAR line[MAX_PATH];
    STARTUPINFOW startup = {.cb = sizeof startup};
    PROCESS_INFORMATION process;

    lstrcpyW(line, command);
    if (!CreateProcessW(NULL, line, NULL, NULL, FALSE, 0, NULL, NULL, &startup, &process))
        return;
    for (; *answers; answers++) {
        HWND window = await_window(process.dwProcessId, 0);
        if (!window)
            break;
        write_tree(window, L"program", 0, *answers);
        Sleep(HOLD_MILLIS);
        wanted_name = *answers;
        found = NULL;
        EnumChildWindows(window, is_named, 0);
        if (!found)
            break;
        PostMessageW(found, BM_CLICK, 0, 0);
    }
    TerminateProcess(process.hProcess, 0);
    CloseHandle(process.hThread);
    CloseHandle(process.hProcess);
}

int WINAPI wWinMain(HINSTANCE self, HINSTANCE unused, LPWSTR command_line, int show_how)
{
    static const WCHAR *const configuration[] = {L"OK", NULL};
    static const WCHAR *const installer[] = {
        L"Next >", L"I accept the terms of the License Agreement", L"Next >", L"Install", L"Finish", NULL};
    int count = 0;

    (void)self, (void)unused, (void)show_how;
    for (; *command_line >= '0' && *command_line <= '9'; command_line++)
        count = count * 10 + *command_line - '0';
    for (size_t i = 0; i < sizeof messages / sizeof *messages; i++)
        show_own(&messages[i]);
    show_program(L"winecfg.exe", configuration);
    show_program(L"setup.exe", installer);
    for (int resource = 1; resource <= count; resource++) {
        struct item item = {.resource = resource, .intended = L""};
        show_own(&item);
    }
    write_tree(NULL, L"end", 0, L"");
    return 0;
}
