/* What the server does with sockets for programs. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include "records.h"

enum socket_act { MADE, BOUND, LISTENING, CONNECTED, ACCEPTED };

/* An address as it goes into a record: family 4 or 6 (0: none), port, 16 bytes. */
struct endpoint { uint16_t family, port; uint8_t address[16]; };

static struct endpoint endpoint(const void *address) {
    struct endpoint point = {0};
    const struct sockaddr_in *four = address;
    const struct sockaddr_in6 *six = address;
    if (four->sin_family == AF_INET) {
        point.family = 4;
        point.port = ntohs(four->sin_port);
        memcpy(point.address, &four->sin_addr, 4);
    } else if (six->sin6_family == AF_INET6) {
        point.family = 6;
        point.port = ntohs(six->sin6_port);
        memcpy(point.address, &six->sin6_addr, 16);
    }
    return point;
}

/* Records what happened to a socket; its own address is asked for, errno stays as it was. */
static void socket_act(enum socket_act act, int fd, int other, int type, const void *remote) {
    int error = errno;
    struct sockaddr_storage own = {0};
    socklen_t length = sizeof own;
    int subject = other >= 0 ? other : fd;
    struct { int32_t act, fd, other, error, type; struct endpoint own, remote; uint64_t inode; } __attribute__((packed))
        made = {.act = act, .fd = fd, .other = other, .error = error, .type = type, .inode = opened[subject].inode};
    if (getsockname(subject, (struct sockaddr *)&own, &length) == 0) made.own = endpoint(&own);
    if (remote) made.remote = endpoint(remote);
    record_bytes(SOCKET, &made, sizeof made);
    errno = error;
}

static void follow_socket(int fd) {
    struct stat st = {0};
    fstat(fd, &st);
    opened[fd] = (struct open){.inode = st.st_ino, .open = 1};
}

int socket(int family, int type, int protocol) {
    REAL(socket);
    int fd = real(family, type, protocol);
    if (fd >= 0 && fd < DESCRIPTORS && current >= 0 && (family == AF_INET || family == AF_INET6)) {
        follow_socket(fd);
        errno = 0;
        socket_act(MADE, fd, -1, type & 0xF, NULL);
    }
    return fd;
}

static int followed(int fd) { return fd >= 0 && fd < DESCRIPTORS && opened[fd].open; }

int bind(int fd, const struct sockaddr *address, socklen_t length) {
    REAL(bind);
    int done = real(fd, address, length);
    if (done == 0 && followed(fd)) socket_act(BOUND, fd, -1, 0, NULL);
    return done;
}

int listen(int fd, int waiting) {
    REAL(listen);
    int done = real(fd, waiting);
    if (done == 0 && followed(fd)) socket_act(LISTENING, fd, -1, 0, NULL);
    return done;
}

int connect(int fd, const struct sockaddr *address, socklen_t length) {
    REAL(connect);
    int done = real(fd, address, length);
    struct sockaddr_storage whole = {0};
    if (done == 0) errno = 0;
    if (followed(fd) && length <= sizeof whole) socket_act(CONNECTED, fd, -1, 0, memcpy(&whole, address, length));
    return done;
}

int accept(int fd, struct sockaddr *address, socklen_t *length) {
    struct sockaddr_storage remote = {0};
    socklen_t size = sizeof remote;
    REAL(accept);
    int taken = real(fd, (struct sockaddr *)&remote, &size);
    if (taken < 0) return taken;
    if (address && length) {
        memcpy(address, &remote, size < *length ? size : *length);
        *length = size;
    }
    if (followed(fd) && taken < DESCRIPTORS) {
        follow_socket(taken);
        errno = 0;
        socket_act(ACCEPTED, fd, taken, 0, &remote);
    }
    return taken;
}
