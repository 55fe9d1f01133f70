/* Tries to reach three addresses where nobody answers, and waits two seconds for each at most. */
#include <winsock2.h>

#include "guard.h"

struct peer {
    const char *address;
    unsigned short port;
};

/* 192.0.2.0/24 is kept for documentation and belongs to nobody. */
static const struct peer peers[] = {
    { "127.0.0.1", 8081 },
    { "127.0.0.1", 4444 },
    { "192.0.2.1", 80 },
};

static void call(const struct peer *peer)
{
    u_long non_blocking = 1;
    fd_set connected, refused;
    struct timeval limit = { .tv_sec = 2 };
    struct sockaddr_in address = { .sin_family = AF_INET };
    SOCKET link = socket(AF_INET, SOCK_STREAM, IPPROTO_TCP);

    if (link == INVALID_SOCKET)
        return;
    address.sin_port = htons(peer->port);
    address.sin_addr.s_addr = inet_addr(peer->address);
    ioctlsocket(link, FIONBIO, &non_blocking);
    if (connect(link, (struct sockaddr *)&address, sizeof address) == SOCKET_ERROR
        && WSAGetLastError() == WSAEWOULDBLOCK) {
        FD_ZERO(&connected);
        FD_ZERO(&refused);
        FD_SET(link, &connected);
        FD_SET(link, &refused);
        select(0, NULL, &connected, &refused, &limit);
    }
    closesocket(link);
}

int main(void)
{
    WSADATA winsock;
    only_inside_the_lab();
    if (WSAStartup(MAKEWORD(2, 2), &winsock))
        return 1;
    for (unsigned i = 0; i < sizeof peers / sizeof *peers; i++)
        call(&peers[i]);
    WSACleanup();
    return 0;
}
