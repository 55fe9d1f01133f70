/* Tries to reach three addresses where nobody answers, and waits two seconds for each at most. */
#include "call.h"
#include "guard.h"

#define PATIENCE 2

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

int main(void)
{
    WSADATA winsock;
    only_inside_the_lab();
    if (WSAStartup(MAKEWORD(2, 2), &winsock))
        return 1;
    for (unsigned i = 0; i < sizeof peers / sizeof *peers; i++) {
        struct sockaddr_in address = { .sin_family = AF_INET };
        address.sin_port = htons(peers[i].port);
        address.sin_addr.s_addr = inet_addr(peers[i].address);
        SOCKET link = call((struct sockaddr *)&address, sizeof address, PATIENCE);
        if (link != INVALID_SOCKET)
            closesocket(link);
    }
    WSACleanup();
    return 0;
}
