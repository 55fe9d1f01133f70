/* Calling somebody with patience that ends, shared by the examples. */
#ifndef TSURUTUS_CALL_H
#define TSURUTUS_CALL_H

#include <winsock2.h>

/* A connection to that address, or INVALID_SOCKET when nobody answers in time. */
static inline SOCKET call(const struct sockaddr *address, int length, int seconds)
{
    u_long non_blocking = 1, blocking = 0;
    fd_set connected, refused;
    struct timeval limit = { .tv_sec = seconds };
    SOCKET link = socket(address->sa_family, SOCK_STREAM, IPPROTO_TCP);

    if (link == INVALID_SOCKET)
        return link;
    FD_ZERO(&connected);
    FD_ZERO(&refused);
    FD_SET(link, &connected);
    FD_SET(link, &refused);
    ioctlsocket(link, FIONBIO, &non_blocking);
    if (connect(link, address, length) == 0
        || (WSAGetLastError() == WSAEWOULDBLOCK && select(0, NULL, &connected, &refused, &limit) > 0
            && FD_ISSET(link, &connected))) {
        ioctlsocket(link, FIONBIO, &blocking);
        return link;
    }
    closesocket(link);
    return INVALID_SOCKET;
}

#endif
