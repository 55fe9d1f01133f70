/* Sockets of the loopback, shared by the programs that talk. */
#ifndef TSURUTUS_SOCKETS_H
#define TSURUTUS_SOCKETS_H

#include <winsock2.h>
#include <ws2tcpip.h>

#include "acts.h"

static inline struct sockaddr_in address(const char *host, unsigned short port)
{
    struct sockaddr_in made = { .sin_family = AF_INET, .sin_port = htons(port) };
    made.sin_addr.s_addr = inet_addr(host);
    return made;
}

static inline struct sockaddr_in here(unsigned short port)
{
    return address("127.0.0.1", port);
}

static inline SOCKET tcp(void)
{
    SOCKET made = socket(AF_INET, SOCK_STREAM, IPPROTO_TCP);
    NEED(made != INVALID_SOCKET);
    return made;
}

static inline SOCKET listener(unsigned short port)
{
    SOCKET made = tcp();
    struct sockaddr_in own = here(port);
    NEED(!bind(made, (struct sockaddr *)&own, sizeof own));
    NEED(!listen(made, 5));
    return made;
}

static inline SOCKET caller(unsigned short port)
{
    SOCKET made = tcp();
    struct sockaddr_in peer = here(port);
    NEED(!connect(made, (struct sockaddr *)&peer, sizeof peer));
    return made;
}

static inline SOCKET accepted(SOCKET from)
{
    SOCKET made = accept(from, NULL, NULL);
    NEED(made != INVALID_SOCKET);
    return made;
}

static inline void send_bytes(SOCKET to, int length)
{
    static char bytes[4096];
    NEED(length <= (int)sizeof bytes && send(to, bytes, length, 0) == length);
}

static inline void receive_bytes(SOCKET from, int length)
{
    char bytes[4096];
    while (length > 0) {
        int got = recv(from, bytes, min(length, (int)sizeof bytes), 0);
        NEED(got > 0);
        length -= got;
    }
}

#endif
