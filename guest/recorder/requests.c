/*
 * Requests come over a pipe a thread: 64 bytes, then as much data as they say; the reply is 64 bytes, and data.
 * REQUESTS (a compiler's definition) lists the numbers of those that are written down.
 */
#define _GNU_SOURCE
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "records.h"

enum { FIXED = 64, REQUEST_NUMBERS = 4096 };

/* A thread's pipe: the request that is being read from it, or was read last. */
struct pipe {
    union { struct { int32_t code; uint32_t data_size, reply_size; } head; char bytes[FIXED]; } request;
    uint32_t missing, kept;
    char *data;
};

static struct pipe *pipes[DESCRIPTORS];
static uint8_t wanted[REQUEST_NUMBERS];

static int is_wanted(uint32_t number) { return number < REQUEST_NUMBERS && wanted[number]; }

__attribute__((constructor)) static void begin(void) {
    static const uint16_t numbers[] = {REQUESTS};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) wanted[numbers[i]] = 1;
}

int current_request(void) { return current < 0 ? NO_REQUEST : pipes[current]->request.head.code; }

static struct pipe *pipe_of(int fd) {
    if (!pipes[fd]) pipes[fd] = calloc(1, sizeof *pipes[fd]);
    return pipes[fd];
}

static void took(int fd, const char *bytes, size_t asked, size_t got) {
    struct pipe *pipe = pipes[fd];
    if (pipe && pipe->missing) {
        size_t kept = got < LONGEST_DATA - pipe->kept ? got : LONGEST_DATA - pipe->kept;
        if (pipe->data) memcpy(pipe->data + pipe->kept, bytes, kept);
        if (pipe->data) pipe->kept += kept;
        pipe->missing -= got < pipe->missing ? got : pipe->missing;
    } else if (asked == FIXED && got == FIXED && (pipe = pipe_of(fd))) {
        memcpy(pipe->request.bytes, bytes, FIXED);
        pipe->missing = pipe->request.head.data_size;
        pipe->kept = 0;
        uint32_t number = pipe->request.head.code;
        if (pipe->missing && !pipe->data && is_wanted(number))
            pipe->data = malloc(LONGEST_DATA);
    } else {
        return;
    }
    current = pipe->missing ? -1 : fd;
}

static void replied(const void *fixed, const void *data, size_t length) {
    struct pipe *pipe = pipes[current];
    uint32_t number = pipe->request.head.code;
    int32_t status = *(const int32_t *)fixed;
    /* a handle may be closed though copying it failed; other failures changed nothing */
    if (is_wanted(number) && (status >= 0 || number == DUPLICATE_HANDLE)) {
        if (length > LONGEST_DATA) length = LONGEST_DATA;
        uint32_t kept = pipe->data ? pipe->kept : 0;
        struct iovec pieces[] = {
            {&kept, sizeof kept}, {pipe->request.bytes, FIXED}, {pipe->data, kept},
            {(void *)fixed, FIXED}, {(void *)data, length}};
        record(EXCHANGE, 5, pieces);
    }
    if (pipe->kept > 4096) {
        free(pipe->data);
        pipe->data = NULL;
    }
    pipe->kept = 0;
    current = -1;
}

ssize_t read(int fd, void *bytes, size_t count) {
    REAL(read);
    ssize_t n = real(fd, bytes, count);
    if (n > 0 && fd < DESCRIPTORS) took(fd, bytes, count, n);
    return n;
}

ssize_t write(int fd, const void *bytes, size_t count) {
    REAL(write);
    if (current >= 0 && count == FIXED) replied(bytes, NULL, 0);
    return real(fd, bytes, count);
}

ssize_t writev(int fd, const struct iovec *pieces, int count) {
    REAL(writev);
    if (current >= 0 && count == 2 && pieces[0].iov_len == FIXED)
        replied(pieces[0].iov_base, pieces[1].iov_base, pieces[1].iov_len);
    return real(fd, pieces, count);
}

void pipe_closes(int fd) {
    int32_t number = fd;
    if (!pipes[fd]) return;
    if (current == fd) current = -1;
    record_bytes(GONE, &number, sizeof number);
    free(pipes[fd]->data);
    free(pipes[fd]);
    pipes[fd] = NULL;
}

/* While the server waits is the moment to hand on what was written down. */

static int slice(int timeout) { return timeout < 0 || timeout > LATEST ? LATEST : timeout; }

int epoll_wait(int epoll, struct epoll_event *events, int count, int timeout) {
    REAL(epoll_wait);
    current = -1;
    flush_old();
    if (is_flushed()) return real(epoll, events, count, timeout);
    int first = slice(timeout);
    int ready = real(epoll, events, count, first);
    if (ready != 0) return ready;
    flush();
    return first == timeout ? 0 : real(epoll, events, count, timeout < 0 ? -1 : timeout - first);
}

/* A pipe that the server begins to listen to while it makes a thread is that thread's. */
static void listening_to(int operation, int fd) {
    if (operation == EPOLL_CTL_ADD && current_request() == NEW_THREAD && fd < DESCRIPTORS && pipe_of(fd)) {
        int32_t number = fd;
        record_bytes(PIPE, &number, sizeof number);
    }
}

int epoll_ctl(int epoll, int operation, int fd, struct epoll_event *event) {
    REAL(epoll_ctl);
    listening_to(operation, fd);
    return real(epoll, operation, fd, event);
}

/* 32-bit servers call the kernel by number. */
long syscall(long number, ...) {
    REAL(syscall);
    long words[6];
    va_list list;
    va_start(list, number);
    for (int i = 0; i < 6; i++) words[i] = va_arg(list, long);
    va_end(list);
#ifdef __i386__
    if (number == SYS_epoll_wait) return epoll_wait(words[0], (struct epoll_event *)words[1], words[2], words[3]);
    if (number == SYS_epoll_ctl) listening_to(words[1], words[2]);
#endif
    return real(number, words[0], words[1], words[2], words[3], words[4], words[5]);
}
