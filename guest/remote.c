/*
 * tsurusvc.exe: plays the part of Windows' remote service control, task scheduler and WMI for this project's own
 * specimens, which want to start programs on other PCs. It listens on TCP port 7445 of the LAN, and only in PCs whose
 * host said "serve". docs/lan.md describes what is said there:
 *
 *   service|task|wmi <tab> ACCOUNT <tab> PASSWORD <tab> COMMAND LINE <line feed>
 *   started PID | refused | failed ERROR | malformed <line feed>
 *
 * Lines are UTF-8 of at most 8191 bytes. Standard input holds the accounts, "NAME <tab> PASSWORD" a line. Each logon
 * is told on standard output, whatever came of it. What a program was started for, its logon, goes with it in
 * lpReserved2, behind a 0 that tells C libraries that no files are handed down: the sensor reads it there.
 */
#define WIN32_LEAN_AND_MEAN
#include <winsock2.h>
#include <windows.h>

enum { PORT = 7445, LINE_BYTES = 8192, ACCOUNTS_BYTES = 1 << 16, CLIENTS = 32, PATIENCE = 60000, NAME_BYTES = 64 };

static HANDLE input, output;
static char accounts[ACCOUNTS_BYTES];
static DWORD accounts_length;
static LONG sessions, clients;

struct client { SOCKET socket; char address[16]; int port; };
struct request { char *kind, *account, *password, *command; };

static void say(const char *word, const struct client *client, const struct request *request, LONG session) {
    char text[512], name[NAME_BYTES];
    int at = 0;
    DWORD written;
    for (; at < NAME_BYTES - 1 && request->account[at]; at++)
        name[at] = request->account[at] >= 0 && request->account[at] < ' ' ? '?' : request->account[at];
    name[at] = 0;
    wsprintfA(text, "remote %s %s %ld %s %d %s\n", word, request->kind, session, client->address, client->port, name);
    WriteFile(output, text, lstrlenA(text), &written, NULL);
}

static void answer(SOCKET socket, const char *word, DWORD number) {
    char text[64];
    int length = number ? wsprintfA(text, "%s %lu\n", word, number) : wsprintfA(text, "%s\n", word);
    send(socket, text, length, 0);
}

/* Ends the part of a line that a tab, or nothing more, follows; answers what is behind it, or 0. */
static char *cut(char *text) {
    while (*text && *text != '\t') text++;
    if (!*text) return NULL;
    *text = 0;
    return text + 1;
}

static int is_word(const char *text) {
    return lstrcmpA(text, "service") == 0 || lstrcmpA(text, "task") == 0 || lstrcmpA(text, "wmi") == 0;
}

/* Names are equal in any case of letters, passwords only as they are. */
static int may_log_on(const struct request *request) {
    for (char *at = accounts; at < accounts + accounts_length;) {
        char *password = at + lstrlenA(at) + 1;
        if (lstrcmpiA(at, request->account) == 0) return lstrcmpA(password, request->password) == 0;
        at = password + lstrlenA(password) + 1;
    }
    return 0;
}

static void start(const struct client *client, const struct request *request, LONG session, WCHAR *wide) {
    WCHAR account[NAME_BYTES];
    struct { DWORD files; WCHAR text[256]; } logon = {0};
    PROCESS_INFORMATION process;
    if (!MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, request->command, -1, wide, LINE_BYTES)
        || !MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, request->account, -1, account, NAME_BYTES)) {
        answer(client->socket, "failed", GetLastError());
        return;
    }
    wsprintfW(logon.text, L"tsurutus %S %ld %S %d %s", request->kind, session, client->address, client->port, account);
    STARTUPINFOW startup = {.cb = sizeof startup, .lpReserved2 = (BYTE *)&logon,
        .cbReserved2 = sizeof logon.files + lstrlenW(logon.text) * sizeof(WCHAR)};
    if (!CreateProcessW(NULL, wide, NULL, NULL, FALSE, CREATE_NO_WINDOW, NULL, L"C:\\windows\\system32", &startup, &process)) {
        answer(client->socket, "failed", GetLastError());
        return;
    }
    answer(client->socket, "started", process.dwProcessId);
    CloseHandle(process.hThread);
    CloseHandle(process.hProcess);
}

static void obey(const struct client *client, char *line, WCHAR *wide) {
    struct request request = {.kind = line};
    if (!(request.account = cut(line)) || !(request.password = cut(request.account))
        || !(request.command = cut(request.password)) || !is_word(request.kind) || !*request.account) {
        answer(client->socket, "malformed", 0);
        return;
    }
    LONG session = 0;
    if (!may_log_on(&request) || lstrlenA(request.account) >= NAME_BYTES) {
        say("refused", client, &request, session);
        answer(client->socket, "refused", 0);
        return;
    }
    session = InterlockedIncrement(&sessions);
    say("logon", client, &request, session);
    start(client, &request, session, wide);
}

static DWORD WINAPI talk(void *given) {
    struct client client = *(struct client *)given;
    char *line = HeapAlloc(GetProcessHeap(), 0, LINE_BYTES * (1 + sizeof(WCHAR)));
    WCHAR *wide = (WCHAR *)(line + LINE_BYTES); /* a line has no more characters than bytes */
    HeapFree(GetProcessHeap(), 0, given);
    for (int at = 0; line && at < LINE_BYTES; at++) {
        if (recv(client.socket, line + at, 1, 0) != 1) break;
        if (line[at] != '\n') continue;
        line[at] = 0;
        if (at > 0 && line[at - 1] == '\r') line[at - 1] = 0;
        obey(&client, line, wide);
        at = -1;
    }
    closesocket(client.socket);
    if (line) HeapFree(GetProcessHeap(), 0, line);
    InterlockedDecrement(&clients);
    return 0;
}

static void take(SOCKET socket, const struct sockaddr_in *from) {
    DWORD patience = PATIENCE;
    struct client *client = HeapAlloc(GetProcessHeap(), 0, sizeof *client);
    const BYTE *digits = (const BYTE *)&from->sin_addr;
    if (!client || InterlockedIncrement(&clients) > CLIENTS) {
        if (client) InterlockedDecrement(&clients);
        closesocket(socket);
        return;
    }
    client->socket = socket;
    client->port = ntohs(from->sin_port);
    wsprintfA(client->address, "%d.%d.%d.%d", digits[0], digits[1], digits[2], digits[3]);
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, (const char *)&patience, sizeof patience);
    CloseHandle(CreateThread(NULL, 0, talk, client, 0, NULL));
}

/* Leaves the names and passwords, each closed by a 0. */
static void read_accounts(void) {
    for (DWORD got; accounts_length < ACCOUNTS_BYTES - 1; accounts_length += got)
        if (!ReadFile(input, accounts + accounts_length,
                ACCOUNTS_BYTES - 1 - accounts_length, &got, NULL) || got == 0) break;
    for (DWORD i = 0; i < accounts_length; i++)
        if (accounts[i] == '\t' || accounts[i] == '\n') accounts[i] = 0;
}

void WINAPI entry(void) {
    WSADATA data;
    struct sockaddr_in own = {.sin_family = AF_INET, .sin_port = htons(PORT)}, from;
    input = GetStdHandle(STD_INPUT_HANDLE);
    output = GetStdHandle(STD_OUTPUT_HANDLE);
    /* or those that are started would get them */
    SetStdHandle(STD_INPUT_HANDLE, NULL);
    SetStdHandle(STD_OUTPUT_HANDLE, NULL);
    SetStdHandle(STD_ERROR_HANDLE, NULL);
    read_accounts();
    CloseHandle(input);
    if (WSAStartup(MAKEWORD(2, 2), &data) != 0) ExitProcess(1);
    SOCKET listener = socket(AF_INET, SOCK_STREAM, 0);
    if (bind(listener, (struct sockaddr *)&own, sizeof own) != 0 || listen(listener, 16) != 0) ExitProcess(1);
    for (;;) {
        int size = sizeof from;
        SOCKET socket = accept(listener, (struct sockaddr *)&from, &size);
        if (socket != INVALID_SOCKET) take(socket, &from);
    }
}
