/* Talking on the loopback, the lab's only network; both ends are our own. */
#include "sockets.h"

#include <mswsock.h>

static void connect_accepted(void)
{
    SOCKET door = listener(47001), near_end = caller(47001), far_end = accepted(door);
    closesocket(near_end);
    closesocket(far_end);
    closesocket(door);
}

static void transfer(void)
{
    SOCKET door = listener(47002), near_end = caller(47002), far_end = accepted(door);
    send_bytes(near_end, 1000);
    receive_bytes(far_end, 1000);
    send_bytes(far_end, 250);
    receive_bytes(near_end, 250);
    closesocket(near_end);
    closesocket(far_end);
    closesocket(door);
}

/* How long a server takes to begin depends on the PC; a call that is refused would be one more act. */
static HANDLE listening(void)
{
    HANDLE event = CreateEventA(NULL, TRUE, FALSE, "tsurutus-acts-listening");
    NEED(event);
    return event;
}

static void as_server(void)
{
    HANDLE ready = listening();
    SOCKET door = listener(47003);
    NEED(SetEvent(ready));
    SOCKET far_end = accepted(door);
    receive_bytes(far_end, 10);
    closesocket(far_end);
    closesocket(door);
}

static void two_processes(void)
{
    HANDLE ready = listening();
    PROCESS_INFORMATION server = start_part("as-server", 0);
    NEED(WaitForSingleObject(ready, 120000) == WAIT_OBJECT_0);
    SOCKET near_end = caller(47003);
    send_bytes(near_end, 10);
    closesocket(near_end);
    NEED(end_of(&server) == 0);
    CloseHandle(ready);
}

static void connect_refused(void)
{
    SOCKET made = tcp();
    struct sockaddr_in peer = here(47004);
    NEED(connect(made, (struct sockaddr *)&peer, sizeof peer) == SOCKET_ERROR);
    closesocket(made);
}

/* 192.0.2.0/24 is kept for documentation and belongs to nobody. */
static void connect_unanswered(void)
{
    u_long non_blocking = 1;
    struct timeval limit = { .tv_sec = 2 };
    struct sockaddr_in peer = address("192.0.2.1", 80);
    fd_set connected;
    SOCKET made = tcp();
    NEED(!ioctlsocket(made, FIONBIO, &non_blocking));
    NEED(connect(made, (struct sockaddr *)&peer, sizeof peer) == SOCKET_ERROR);
    FD_ZERO(&connected);
    FD_SET(made, &connected);
    NEED(select(0, NULL, &connected, NULL, &limit) == 0);
    closesocket(made);
}

static void non_blocking_connect(void)
{
    u_long non_blocking = 1;
    struct timeval limit = { .tv_sec = 5 };
    struct sockaddr_in peer = here(47005);
    fd_set connected;
    SOCKET door = listener(47005), made = tcp();
    NEED(!ioctlsocket(made, FIONBIO, &non_blocking));
    connect(made, (struct sockaddr *)&peer, sizeof peer);
    FD_ZERO(&connected);
    FD_SET(made, &connected);
    NEED(select(0, NULL, &connected, NULL, &limit) == 1);
    SOCKET far_end = accepted(door);
    closesocket(made);
    closesocket(far_end);
    closesocket(door);
}

static void listen_only(void)
{
    closesocket(listener(47006));
}

static SOCKET udp(void)
{
    SOCKET made = socket(AF_INET, SOCK_DGRAM, IPPROTO_UDP);
    NEED(made != INVALID_SOCKET);
    return made;
}

static void udp_bound(void)
{
    SOCKET made = udp();
    struct sockaddr_in own = here(47007);
    NEED(!bind(made, (struct sockaddr *)&own, sizeof own));
    closesocket(made);
}

static void udp_exchange(void)
{
    char bytes[16];
    SOCKET to = udp(), from = udp();
    struct sockaddr_in own = here(47008);
    NEED(!bind(to, (struct sockaddr *)&own, sizeof own));
    NEED(sendto(from, "datagram", 8, 0, (struct sockaddr *)&own, sizeof own) == 8);
    NEED(recvfrom(to, bytes, sizeof bytes, 0, NULL, NULL) == 8);
    closesocket(from);
    closesocket(to);
}

static void name_lookup(void)
{
    struct addrinfo hints = { .ai_family = AF_INET }, *found;
    if (getaddrinfo("tsurutus.example", "80", &hints, &found) == 0)
        freeaddrinfo(found);
}

static void connect_ipv6(void)
{
    struct sockaddr_in6 own = { .sin6_family = AF_INET6, .sin6_port = htons(47009) };
    SOCKET door = socket(AF_INET6, SOCK_STREAM, IPPROTO_TCP);
    SOCKET near_end = socket(AF_INET6, SOCK_STREAM, IPPROTO_TCP);
    own.sin6_addr.s6_addr[15] = 1;
    NEED(door != INVALID_SOCKET && near_end != INVALID_SOCKET);
    NEED(!bind(door, (struct sockaddr *)&own, sizeof own));
    NEED(!listen(door, 1));
    NEED(!connect(near_end, (struct sockaddr *)&own, sizeof own));
    SOCKET far_end = accepted(door);
    closesocket(near_end);
    closesocket(far_end);
    closesocket(door);
}

static void wsa_connect(void)
{
    SOCKET door = listener(47010), near_end = tcp();
    struct sockaddr_in peer = here(47010);
    NEED(!WSAConnect(near_end, (struct sockaddr *)&peer, sizeof peer, NULL, NULL, NULL, NULL));
    SOCKET far_end = accepted(door);
    closesocket(near_end);
    closesocket(far_end);
    closesocket(door);
}

static void extension(SOCKET on, GUID which, void *function)
{
    DWORD length;
    NEED(!WSAIoctl(on, SIO_GET_EXTENSION_FUNCTION_POINTER, &which, sizeof which, function,
                   sizeof(void *), &length, NULL, NULL));
}

static void wait_for(SOCKET on, OVERLAPPED *operation)
{
    DWORD length;
    NEED(GetOverlappedResult((HANDLE)on, operation, &length, TRUE));
}

static void overlapped_extensions(void)
{
    char names[2 * (sizeof(struct sockaddr_in) + 16)];
    LPFN_ACCEPTEX accept_ex;
    LPFN_CONNECTEX connect_ex;
    OVERLAPPED accepting = { .hEvent = CreateEventA(NULL, TRUE, FALSE, NULL) };
    OVERLAPPED connecting = { .hEvent = CreateEventA(NULL, TRUE, FALSE, NULL) };
    struct sockaddr_in peer = here(47011), any = here(0);
    SOCKET door = listener(47011), near_end = tcp(), far_end = tcp();

    extension(door, (GUID)WSAID_ACCEPTEX, &accept_ex);
    extension(near_end, (GUID)WSAID_CONNECTEX, &connect_ex);
    NEED(!bind(near_end, (struct sockaddr *)&any, sizeof any));
    NEED(accept_ex(door, far_end, names, 0, sizeof names / 2, sizeof names / 2, NULL, &accepting)
         || WSAGetLastError() == ERROR_IO_PENDING);
    NEED(connect_ex(near_end, (struct sockaddr *)&peer, sizeof peer, "sent", 4, NULL, &connecting)
         || WSAGetLastError() == ERROR_IO_PENDING);
    wait_for(near_end, &connecting);
    wait_for(door, &accepting);
    receive_bytes(far_end, 4);
    closesocket(near_end);
    closesocket(far_end);
    closesocket(door);
}

static const struct act acts[] = {
    { "connect-accepted", connect_accepted },
    { "transfer", transfer },
    { "two-processes", two_processes },
    { "connect-refused", connect_refused },
    { "connect-unanswered", connect_unanswered },
    { "non-blocking-connect", non_blocking_connect },
    { "listen-only", listen_only },
    { "udp-bound", udp_bound },
    { "udp-exchange", udp_exchange },
    { "name-lookup", name_lookup },
    { "connect-ipv6", connect_ipv6 },
    { "wsa-connect", wsa_connect },
    { "overlapped-extensions", overlapped_extensions },
    { "as-server", as_server },
    { NULL, NULL },
};

int main(int count, char **arguments)
{
    WSADATA winsock;
    NEED(!WSAStartup(MAKEWORD(2, 2), &winsock));
    return perform_acts(count, arguments, acts);
}
