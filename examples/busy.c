/*
 * busy.exe: a fixed amount of everyday work, to measure what watching costs. Rounds of files, registry values,
 * child processes, refused connections and arithmetic; it cleans up behind itself.
 */
#include <winsock2.h>
#include <windows.h>

#include "files.h"
#include "guard.h"

#define ROUNDS 8
#define FILES 40
#define VALUES 60
#define KEY "Software\\TsurutusBusy"

static char bytes[4096];

static BOOL files(void)
{
    char from[64], to[64];
    for (int i = 0; i < FILES; i++) {
        wsprintfA(from, "C:\\windows\\temp\\tsu-busy-%d.tmp", i);
        wsprintfA(to, "C:\\windows\\temp\\tsu-busy-%d.dat", i);
        if (!write_file(from, bytes, sizeof bytes) || !MoveFileA(from, to) || !DeleteFileA(to))
            return FALSE;
    }
    return TRUE;
}

static BOOL registry(void)
{
    HKEY key;
    char name[32];
    if (RegCreateKeyExA(HKEY_CURRENT_USER, KEY, 0, NULL, 0, KEY_ALL_ACCESS, NULL, &key, NULL))
        return FALSE;
    for (DWORD i = 0; i < VALUES; i++) {
        wsprintfA(name, "value%lu", i);
        if (RegSetValueExA(key, name, 0, REG_DWORD, (BYTE *)&i, sizeof i) || RegDeleteValueA(key, name))
            return FALSE;
    }
    RegCloseKey(key);
    return RegDeleteKeyA(HKEY_CURRENT_USER, KEY) == 0;
}

static BOOL child(void)
{
    STARTUPINFOA startup = {.cb = sizeof startup};
    PROCESS_INFORMATION process;
    char command[] = "cmd.exe /c exit 0";
    if (!CreateProcessA(NULL, command, NULL, NULL, FALSE, DETACHED_PROCESS, NULL, NULL, &startup, &process))
        return FALSE;
    WaitForSingleObject(process.hProcess, INFINITE);
    CloseHandle(process.hThread);
    CloseHandle(process.hProcess);
    return TRUE;
}

static void connections(void)
{
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(9)};
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    for (int i = 0; i < 4; i++) {
        SOCKET s = socket(AF_INET, SOCK_STREAM, 0);
        connect(s, (struct sockaddr *)&to, sizeof to);
        closesocket(s);
    }
}

static unsigned arithmetic(unsigned seed)
{
    for (int i = 0; i < 8000000; i++)
        seed = seed * 1664525u + 1013904223u;
    return seed;
}

int main(void)
{
    WSADATA data;
    unsigned sum = 1;
    only_inside_the_lab();
    WSAStartup(MAKEWORD(2, 2), &data);
    for (int round = 0; round < ROUNDS; round++) {
        bytes[round] = (char)(sum = arithmetic(sum));
        if (!files())
            return 1;
        if (!registry())
            return 2;
        if (!child())
            return 3;
        connections();
    }
    return 0;
}
