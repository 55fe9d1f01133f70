/* Fetching a page that we serve ourselves. */
#include "sockets.h"

#include <winhttp.h>

/* winhttp.h and wininet.h cannot stand together; these are all that is needed of the latter. */
__declspec(dllimport) HANDLE WINAPI InternetOpenA(LPCSTR, DWORD, LPCSTR, LPCSTR, DWORD);
__declspec(dllimport) HANDLE WINAPI InternetOpenUrlA(HANDLE, LPCSTR, LPCSTR, DWORD, DWORD, DWORD_PTR);
__declspec(dllimport) BOOL WINAPI InternetReadFile(HANDLE, void *, DWORD, DWORD *);
__declspec(dllimport) BOOL WINAPI InternetCloseHandle(HANDLE);
#define OPEN_DIRECT 1
#define NO_CACHE 0x84000000

static const char answer[] = "HTTP/1.0 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok";

static DWORD WINAPI serve_once(void *door)
{
    char request[4096];
    SOCKET far_end = accepted((SOCKET)door);
    NEED(recv(far_end, request, sizeof request, 0) > 0);
    NEED(send(far_end, answer, sizeof answer - 1, 0) == sizeof answer - 1);
    closesocket(far_end);
    return 0;
}

static HANDLE server(SOCKET door)
{
    HANDLE thread = CreateThread(NULL, 0, serve_once, (void *)door, 0, NULL);
    NEED(thread);
    return thread;
}

static void winhttp_get(void)
{
    SOCKET door = listener(47012);
    HANDLE serving = server(door);
    HINTERNET session = WinHttpOpen(L"Tsurutus", WINHTTP_ACCESS_TYPE_NO_PROXY, NULL, NULL, 0);
    HINTERNET link = WinHttpConnect(session, L"127.0.0.1", 47012, 0);
    HINTERNET request = WinHttpOpenRequest(link, L"GET", L"/x", NULL, NULL, NULL, 0);
    NEED(session && link && request);
    NEED(WinHttpSendRequest(request, NULL, 0, NULL, 0, 0, 0));
    NEED(WinHttpReceiveResponse(request, NULL));
    WaitForSingleObject(serving, 10000);
    WinHttpCloseHandle(request);
    WinHttpCloseHandle(link);
    WinHttpCloseHandle(session);
    closesocket(door);
}

static void wininet_get(void)
{
    char bytes[16];
    DWORD count;
    SOCKET door = listener(47013);
    HANDLE serving = server(door);
    HANDLE session = InternetOpenA("Tsurutus", OPEN_DIRECT, NULL, NULL, 0);
    NEED(session);
    HANDLE page = InternetOpenUrlA(session, "http://127.0.0.1:47013/x", NULL, 0, NO_CACHE, 0);
    NEED(page && InternetReadFile(page, bytes, sizeof bytes, &count) && count == 2);
    WaitForSingleObject(serving, 10000);
    InternetCloseHandle(page);
    InternetCloseHandle(session);
    closesocket(door);
}

static const struct act acts[] = {
    { "winhttp-get", winhttp_get },
    { "wininet-get", wininet_get },
    { NULL, NULL },
};

int main(int count, char **arguments)
{
    WSADATA winsock;
    NEED(!WSAStartup(MAKEWORD(2, 2), &winsock));
    return perform_acts(count, arguments, acts);
}
