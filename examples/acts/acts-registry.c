/* Keys and values of the registry. Each act has a key of its own below Software. */
#include "acts.h"

#define HUGE 100000

static HKEY key(HKEY root, const char *path, REGSAM view, DWORD options)
{
    HKEY made;
    NEED(!RegCreateKeyExA(root, path, 0, NULL, options, KEY_ALL_ACCESS | view, NULL, &made, NULL));
    return made;
}

static HKEY own_key(const char *path)
{
    return key(HKEY_CURRENT_USER, path, 0, 0);
}

static void set(HKEY where, const char *name, DWORD type, const void *bytes, DWORD length)
{
    NEED(!RegSetValueExA(where, name, 0, type, bytes, length));
}

static void set_text(HKEY where, const char *name, const char *text)
{
    set(where, name, REG_SZ, text, lstrlenA(text) + 1);
}

static void value_types(void)
{
    static const char list[] = "one\0two\0";
    static const BYTE bytes[] = { 0, 1, 2, 0xff };
    DWORD number = 305419896;
    ULONGLONG large = 81985529216486895ull;
    HKEY made = own_key("Software\\TsurutusTypes");
    set(made, "none", REG_NONE, bytes, sizeof bytes);
    set_text(made, "text", "hello");
    set(made, "expand", REG_EXPAND_SZ, "%TEMP%\\x", 9);
    set(made, "binary", REG_BINARY, bytes, sizeof bytes);
    set(made, "number", REG_DWORD, &number, sizeof number);
    set(made, "big-endian", REG_DWORD_BIG_ENDIAN, bytes, sizeof bytes);
    set(made, "list", REG_MULTI_SZ, list, sizeof list);
    set(made, "large", REG_QWORD, &large, sizeof large);
    RegCloseKey(made);
}

static void default_value(void)
{
    HKEY made = own_key("Software\\TsurutusDefault");
    set_text(made, NULL, "the default");
    RegCloseKey(made);
}

static void set_twice(void)
{
    HKEY made = own_key("Software\\TsurutusTwice");
    set_text(made, "value", "first");
    set_text(made, "value", "and second");
    RegCloseKey(made);
}

static void long_text(void)
{
    static char text[4001];
    HKEY made = own_key("Software\\TsurutusLong");
    FillMemory(text, 4000, 't');
    set_text(made, "long", text);
    RegCloseKey(made);
}

static void huge_value(void)
{
    static char bytes[HUGE];
    HKEY made = own_key("Software\\TsurutusHuge");
    FillMemory(bytes, sizeof bytes, 'b');
    set(made, "huge", REG_BINARY, bytes, sizeof bytes);
    RegCloseKey(made);
}

static void run_key(HKEY root)
{
    HKEY made = key(root, "Software\\Microsoft\\Windows\\CurrentVersion\\Run", 0, 0);
    set_text(made, "TsurutusActs", "C:\\acts\\nothing.exe");
    NEED(!RegDeleteValueA(made, "TsurutusActs"));
    RegCloseKey(made);
}

static void run_key_of_user(void)
{
    run_key(HKEY_CURRENT_USER);
}

static void run_key_of_machine(void)
{
    run_key(HKEY_LOCAL_MACHINE);
}

static void service(void)
{
    SC_HANDLE manager = OpenSCManagerA(NULL, NULL, SC_MANAGER_ALL_ACCESS);
    NEED(manager);
    SC_HANDLE made = CreateServiceA(manager, "TsurutusService", "Tsurutus", SERVICE_ALL_ACCESS,
                                    SERVICE_WIN32_OWN_PROCESS, SERVICE_DEMAND_START,
                                    SERVICE_ERROR_IGNORE, "C:\\acts\\nothing.exe", NULL, NULL, NULL,
                                    NULL, NULL);
    NEED(made);
    NEED(DeleteService(made));
    CloseServiceHandle(made);
    CloseServiceHandle(manager);
}

static void service_key(void)
{
    DWORD type = SERVICE_WIN32_OWN_PROCESS;
    HKEY made = key(HKEY_LOCAL_MACHINE, "System\\CurrentControlSet\\Services\\TsurutusKey", 0, 0);
    set(made, "ImagePath", REG_EXPAND_SZ, "C:\\acts\\nothing.exe", 20);
    set(made, "Type", REG_DWORD, &type, sizeof type);
    RegCloseKey(made);
}

static void delete_value(void)
{
    HKEY made = own_key("Software\\TsurutusValue");
    set_text(made, "gone", "gone");
    NEED(!RegDeleteValueA(made, "gone"));
    RegCloseKey(made);
}

static void delete_key(void)
{
    RegCloseKey(own_key("Software\\TsurutusGone"));
    NEED(!RegDeleteKeyA(HKEY_CURRENT_USER, "Software\\TsurutusGone"));
}

static void delete_tree(void)
{
    HKEY made = own_key("Software\\TsurutusTree");
    RegCloseKey(key(made, "branch", 0, 0));
    RegCloseKey(key(made, "branch\\leaf", 0, 0));
    RegCloseKey(made);
    NEED(!RegDeleteTreeA(HKEY_CURRENT_USER, "Software\\TsurutusTree"));
}

struct counted_text {
    USHORT bytes, room;
    const WCHAR *text;
};

static void rename_key(void)
{
    static const WCHAR name[] = L"TsurutusNew";
    struct counted_text fresh = { sizeof name - sizeof *name, sizeof name, name };
    LONG(WINAPI * rename)(HANDLE, struct counted_text *);
    HKEY made = own_key("Software\\TsurutusOld");
    FARPROC found = GetProcAddress(GetModuleHandleA("ntdll.dll"), "NtRenameKey");
    NEED(found);
    CopyMemory(&rename, &found, sizeof rename);
    NEED(rename(made, &fresh) == 0);
    RegCloseKey(made);
}

static void view(const char *path, REGSAM which)
{
    HKEY made = key(HKEY_LOCAL_MACHINE, path, which, 0);
    set_text(made, "view", "seen");
    RegCloseKey(made);
}

static void view_32(void)
{
    view("Software\\TsurutusView32", KEY_WOW64_32KEY);
}

static void view_64(void)
{
    view("Software\\TsurutusView64", KEY_WOW64_64KEY);
}

static void japanese_names(void)
{
    static const WCHAR text[] = L"\x5024";
    HKEY made;
    NEED(!RegCreateKeyExW(HKEY_CURRENT_USER, L"Software\\\x9db4\x8868", 0, NULL, 0, KEY_ALL_ACCESS,
                          NULL, &made, NULL));
    NEED(!RegSetValueExW(made, L"\x540d\x524d", 0, REG_SZ, (const BYTE *)text, sizeof text));
    RegCloseKey(made);
}

static void volatile_key(void)
{
    RegCloseKey(key(HKEY_CURRENT_USER, "Software\\TsurutusVolatile", 0, REG_OPTION_VOLATILE));
}

static void opened_again(void)
{
    RegCloseKey(own_key("Software\\TsurutusAgain"));
    RegCloseKey(own_key("Software\\TsurutusAgain"));
}

static void intermediate_keys(void)
{
    RegCloseKey(own_key("Software\\TsurutusDeep\\first\\second"));
}

static void registry_program(void)
{
    run("reg.exe add HKCU\\Software\\TsurutusReg /v Value /t REG_DWORD /d 7 /f");
    run("reg.exe delete HKCU\\Software\\TsurutusReg /f");
}

static const struct act acts[] = {
    { "value-types", value_types },
    { "default-value", default_value },
    { "set-twice", set_twice },
    { "long-text", long_text },
    { "huge-value", huge_value },
    { "run-key-of-user", run_key_of_user },
    { "run-key-of-machine", run_key_of_machine },
    { "service", service },
    { "service-key", service_key },
    { "delete-value", delete_value },
    { "delete-key", delete_key },
    { "delete-tree", delete_tree },
    { "rename-key", rename_key },
    { "view-32", view_32 },
    { "view-64", view_64 },
    { "japanese-names", japanese_names },
    { "volatile-key", volatile_key },
    { "opened-again", opened_again },
    { "intermediate-keys", intermediate_keys },
    { "registry-program", registry_program },
    { NULL, NULL },
};

int main(int count, char **arguments)
{
    return perform_acts(count, arguments, acts);
}
