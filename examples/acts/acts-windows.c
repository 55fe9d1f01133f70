/* Windows in front, and the clipboard. */
#include "acts.h"

static void talk(DWORD millis)
{
    MSG message;
    for (DWORD begin = GetTickCount(); GetTickCount() - begin < millis; Sleep(20))
        while (PeekMessageA(&message, NULL, 0, 0, PM_REMOVE))
            DispatchMessageA(&message);
}

static HWND window(const char *title)
{
    static const char class[] = "TsurutusWindow";
    static ATOM known;
    WNDCLASSA described = {
        .lpfnWndProc = DefWindowProcA,
        .hInstance = GetModuleHandleA(NULL),
        .lpszClassName = class,
    };
    if (!known)
        known = RegisterClassA(&described);
    HWND made = CreateWindowA(class, title, WS_OVERLAPPEDWINDOW, 100, 100, 400, 200, NULL, NULL,
                              described.hInstance, NULL);
    NEED(made);
    return made;
}

static void bring_to_front(HWND which)
{
    ShowWindow(which, SW_SHOW);
    SetForegroundWindow(which);
    talk(700);
    NEED(GetForegroundWindow() == which);
}

static void foreground(void)
{
    bring_to_front(window("Tsurutus in front"));
}

static void title_changed(void)
{
    HWND shown = window("Tsurutus before");
    bring_to_front(shown);
    NEED(SetWindowTextA(shown, "Tsurutus after"));
    talk(700);
}

static void two_windows(void)
{
    HWND first = window("Tsurutus first"), second = window("Tsurutus second");
    bring_to_front(first);
    bring_to_front(second);
}

static void japanese_title(void)
{
    HWND shown = window("");
    NEED(SetWindowTextW(shown, L"\x9db4 \x8868\x793a"));
    bring_to_front(shown);
}

static void hidden_window(void)
{
    window("Tsurutus unseen");
    talk(300);
}

static void copy_text(const WCHAR *text)
{
    SIZE_T bytes = (lstrlenW(text) + 1) * sizeof *text;
    HGLOBAL memory = GlobalAlloc(GMEM_MOVEABLE, bytes);
    NEED(memory);
    CopyMemory(GlobalLock(memory), text, bytes);
    GlobalUnlock(memory);
    NEED(OpenClipboard(window("")) && EmptyClipboard());
    NEED(SetClipboardData(CF_UNICODETEXT, memory));
    CloseClipboard();
}

static void copy(void)
{
    copy_text(L"copied text");
}

static void copy_japanese(void)
{
    copy_text(L"\x8907\x5199");
}

static void as_paster(void)
{
    NEED(OpenClipboard(NULL));
    HGLOBAL memory = GetClipboardData(CF_UNICODETEXT);
    NEED(memory && lstrcmpW(GlobalLock(memory), L"text to paste") == 0);
    GlobalUnlock(memory);
    CloseClipboard();
}

static void paste(void)
{
    copy_text(L"text to paste");
    PROCESS_INFORMATION paster = start_part("as-paster", 0);
    talk(3000);
    NEED(end_of(&paster) == 0);
}

static const struct act acts[] = {
    { "foreground", foreground },
    { "title-changed", title_changed },
    { "two-windows", two_windows },
    { "japanese-title", japanese_title },
    { "hidden-window", hidden_window },
    { "copy", copy },
    { "copy-japanese", copy_japanese },
    { "paste", paste },
    { "as-paster", as_paster },
    { NULL, NULL },
};

int main(int count, char **arguments)
{
    return perform_acts(count, arguments, acts);
}
