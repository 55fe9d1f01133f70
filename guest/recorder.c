/*
 * recorder: writes down what the wineserver does for Windows programs. The wineserver plays the NT kernel's
 * part; this library is loaded into it (LD_PRELOAD) and sees every request, every reply, and what the server
 * asks of Linux in between. It decides nothing and changes nothing, with one exception: a file that was
 * closed after writing is not opened for writing again before the collector has read it.
 *
 *   fd 3  takes the records     fd 4  asks the collector to read what was closed     fd 5  its answer
 *
 * REQUESTS (a compiler's definition) lists the numbers of the requests that are written down; the layout of
 * requests and records is described in sensor/ (protocol.tsv, RecordReader). Records are buffered for 20 ms at
 * most: the server is single, and whatever it waits for, every Windows program waits for.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

enum kind { EXCHANGE = 1, PIPE, GONE, OPENED, CLOSED, REMOVED, RENAMED, LINKED, SOCKET };
enum socket_act { MADE, BOUND, LISTENING, CONNECTED, ACCEPTED };
enum request { NEW_THREAD = 2, DUPLICATE_HANDLE = 23, CREATE_FILE = 43, REQUEST_NUMBERS = 4096 };
enum { RECORDS = 3, ASK = 4, ANSWER = 5 };
enum { FIXED = 64, LONGEST_DATA = 1 << 17, DESCRIPTORS = 1 << 16, BUFFER = 1 << 19, UNREAD = 256 };
static const uint64_t LATEST = 20000000; /* nanoseconds */
static const uint32_t MAGIC = 0x43455254;

struct record {
    uint32_t magic, length;
    uint16_t kind, code;
    int32_t thread;
    uint64_t nanos;
} __attribute__((packed));

/* A thread's pipe: the request that is being read from it, or was read last. */
struct pipe {
    union { struct { int32_t code; uint32_t data_size, reply_size; } head; char bytes[FIXED]; } request;
    uint32_t missing, kept;
    char *data;
};

/* A file or socket that the server has open for a program. */
struct open {
    uint64_t inode;
    uint8_t open, writes;
};

static struct pipe *pipes[DESCRIPTORS];
static struct open opened[DESCRIPTORS];
static uint8_t wanted[REQUEST_NUMBERS];
static int current = -1; /* the pipe whose request is being handled */
static int made_directory;
static char buffer[BUFFER];
static size_t used;
static uint64_t oldest;
static uint64_t unread[UNREAD];
static int unread_count;

static ssize_t (*real_read)(int, void *, size_t);
static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_writev)(int, const struct iovec *, int);
static int (*real_close)(int);
static int (*real_open)(const char *, int, ...);
static int (*real_mkdir)(const char *, mode_t);
static int (*real_unlink)(const char *);
static int (*real_rmdir)(const char *);
static int (*real_rename)(const char *, const char *);
static int (*real_link)(const char *, const char *);
static int (*real_socket)(int, int, int);
static int (*real_bind)(int, const struct sockaddr *, socklen_t);
static int (*real_listen)(int, int);
static int (*real_connect)(int, const struct sockaddr *, socklen_t);
static int (*real_accept)(int, struct sockaddr *, socklen_t *);
static int (*real_epoll_wait)(int, struct epoll_event *, int, int);
static int (*real_epoll_ctl)(int, int, int, struct epoll_event *);
static long (*real_syscall)(long, ...);

__attribute__((constructor)) static void begin(void) {
    static const uint16_t numbers[] = {REQUESTS};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) wanted[numbers[i]] = 1;
    real_read = dlsym(RTLD_NEXT, "read");
    real_write = dlsym(RTLD_NEXT, "write");
    real_writev = dlsym(RTLD_NEXT, "writev");
    real_close = dlsym(RTLD_NEXT, "close");
    real_open = dlsym(RTLD_NEXT, "open64");
    real_mkdir = dlsym(RTLD_NEXT, "mkdir");
    real_unlink = dlsym(RTLD_NEXT, "unlink");
    real_rmdir = dlsym(RTLD_NEXT, "rmdir");
    real_rename = dlsym(RTLD_NEXT, "rename");
    real_link = dlsym(RTLD_NEXT, "link");
    real_socket = dlsym(RTLD_NEXT, "socket");
    real_bind = dlsym(RTLD_NEXT, "bind");
    real_listen = dlsym(RTLD_NEXT, "listen");
    real_connect = dlsym(RTLD_NEXT, "connect");
    real_accept = dlsym(RTLD_NEXT, "accept");
    real_epoll_wait = dlsym(RTLD_NEXT, "epoll_wait");
    real_epoll_ctl = dlsym(RTLD_NEXT, "epoll_ctl");
    real_syscall = dlsym(RTLD_NEXT, "syscall");
}

static uint64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000ull + time.tv_nsec;
}

static void flush(void) {
    for (size_t done = 0; done < used;) {
        ssize_t n = real_write(RECORDS, buffer + done, used - done);
        if (n < 0 && errno != EINTR && errno != EAGAIN) break; /* nobody reads any more */
        if (n > 0) done += n;
    }
    used = 0;
}

__attribute__((destructor)) static void end(void) { flush(); }

static int code(void) { return current < 0 ? -1 : pipes[current]->request.head.code; }

/* Writes one record of some pieces; errno stays as it was. */
static void record(enum kind kind, int count, const struct iovec *pieces) {
    int error = errno;
    struct record head = {.magic = MAGIC, .length = sizeof head, .kind = kind, .code = code(), .thread = current, .nanos = now()};
    for (int i = 0; i < count; i++) head.length += pieces[i].iov_len;
    if (used + head.length > BUFFER) flush();
    if (used == 0) oldest = head.nanos;
    memcpy(buffer + used, &head, sizeof head);
    used += sizeof head;
    for (int i = 0; i < count; i++) {
        memcpy(buffer + used, pieces[i].iov_base, pieces[i].iov_len);
        used += pieces[i].iov_len;
    }
    errno = error;
}

static void record_bytes(enum kind kind, const void *bytes, size_t length) {
    struct iovec piece = {(void *)bytes, length};
    record(kind, 1, &piece);
}

static void record_names(enum kind kind, const char *from, const char *to) {
    struct iovec pieces[] = {{(void *)from, strlen(from) + 1}, {(void *)to, strlen(to)}};
    record(kind, 2, pieces);
}

/* ---- requests and replies ---- */

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
        if (pipe->missing && !pipe->data && number < REQUEST_NUMBERS && wanted[number])
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
    if (number < REQUEST_NUMBERS && wanted[number] && (status >= 0 || number == DUPLICATE_HANDLE)) {
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
    ssize_t n = real_read(fd, bytes, count);
    if (n > 0 && fd < DESCRIPTORS) took(fd, bytes, count, n);
    return n;
}

ssize_t write(int fd, const void *bytes, size_t count) {
    if (current >= 0 && count == FIXED) replied(bytes, NULL, 0);
    return real_write(fd, bytes, count);
}

ssize_t writev(int fd, const struct iovec *pieces, int count) {
    if (current >= 0 && count == 2 && pieces[0].iov_len == FIXED)
        replied(pieces[0].iov_base, pieces[1].iov_base, pieces[1].iov_len);
    return real_writev(fd, pieces, count);
}

/* ---- waiting: the moment to hand on what was written down ---- */

static int slice(int timeout) { return timeout < 0 || timeout > 20 ? 20 : timeout; }

int epoll_wait(int epoll, struct epoll_event *events, int count, int timeout) {
    current = -1;
    if (used > BUFFER / 2 || (used && now() - oldest > LATEST)) flush();
    if (!used) return real_epoll_wait(epoll, events, count, timeout);
    int first = slice(timeout);
    int ready = real_epoll_wait(epoll, events, count, first);
    if (ready != 0) return ready;
    flush();
    return first == timeout ? 0 : real_epoll_wait(epoll, events, count, timeout < 0 ? -1 : timeout - first);
}

/* A pipe that the server begins to listen to while it makes a thread is that thread's. */
static void listening_to(int operation, int fd) {
    if (operation == EPOLL_CTL_ADD && code() == NEW_THREAD && fd < DESCRIPTORS && pipe_of(fd)) {
        int32_t number = fd;
        record_bytes(PIPE, &number, sizeof number);
    }
}

int epoll_ctl(int epoll, int operation, int fd, struct epoll_event *event) {
    listening_to(operation, fd);
    return real_epoll_ctl(epoll, operation, fd, event);
}

/* 32-bit servers call the kernel by number. */
long syscall(long number, ...) {
    long words[6];
    va_list list;
    va_start(list, number);
    for (int i = 0; i < 6; i++) words[i] = va_arg(list, long);
    va_end(list);
#ifdef __i386__
    if (number == SYS_epoll_wait) return epoll_wait(words[0], (struct epoll_event *)words[1], words[2], words[3]);
    if (number == SYS_epoll_ctl) listening_to(words[1], words[2]);
#endif
    return real_syscall(number, words[0], words[1], words[2], words[3], words[4], words[5]);
}

/* ---- files ---- */

/* Lets the collector read the versions that were closed, if one of them is about to be written over. */
static void let_read(const char *path) {
    struct stat st;
    char answer;
    if (unread_count == 0 || stat(path, &st) != 0) return;
    int among = unread_count == UNREAD; /* some may have been left out */
    for (int i = 0; i < unread_count; i++) among |= unread[i] == st.st_ino;
    if (!among) return;
    unread_count = 0;
    if (real_write(ASK, "", 1) == 1) while (real_read(ANSWER, &answer, 1) < 0 && errno == EINTR) {}
}

/* Opens so that it is known whether the file is new. */
static int open_knowing(const char *path, int flags, mode_t mode, int *created) {
    *created = 0;
    if ((flags & O_CREAT) && !(flags & O_EXCL)) {
        int fd = real_open(path, flags | O_EXCL, mode);
        *created = fd >= 0;
        if (fd >= 0 || errno != EEXIST) return fd;
        return real_open(path, flags, mode);
    }
    int fd = real_open(path, flags, mode);
    *created = fd >= 0 && (flags & O_CREAT);
    return fd;
}

static int open_for_program(const char *path, int flags, mode_t mode) {
    int created, writes = (flags & O_ACCMODE) != O_RDONLY;
    if (writes) let_read(path);
    int fd = open_knowing(path, flags, mode, &created);
    struct stat st;
    if (fd < 0 || fd >= DESCRIPTORS || fstat(fd, &st) != 0) return fd;
    if (!S_ISREG(st.st_mode) && !S_ISDIR(st.st_mode) && !S_ISBLK(st.st_mode)) return fd;
    struct { int32_t fd; uint32_t flags, mode, created; uint64_t device, inode; } file =
        {fd, flags, st.st_mode, created || made_directory, st.st_dev, st.st_ino};
    made_directory = 0;
    opened[fd] = (struct open){.inode = st.st_ino, .open = 1, .writes = writes && S_ISREG(st.st_mode)};
    record_bytes(OPENED, &file, sizeof file);
    return fd;
}

int open64(const char *path, int flags, ...) {
    va_list list;
    va_start(list, flags);
    mode_t mode = va_arg(list, mode_t);
    va_end(list);
    return code() == CREATE_FILE ? open_for_program(path, flags, mode) : real_open(path, flags, mode);
}

/* The 64-bit server calls it by its plain name. */
extern __typeof(open64) plain_open __asm__("open") __attribute__((alias("open64")));

int close(int fd) {
    if (fd >= 0 && fd < DESCRIPTORS) {
        int32_t number = fd;
        if (pipes[fd]) {
            if (current == fd) current = -1;
            record_bytes(GONE, &number, sizeof number);
            free(pipes[fd]->data);
            free(pipes[fd]);
            pipes[fd] = NULL;
        }
        if (opened[fd].open) {
            struct { int32_t fd; uint32_t reserved; uint64_t inode; } file = {fd, 0, opened[fd].inode};
            record_bytes(CLOSED, &file, sizeof file);
            if (opened[fd].writes && unread_count < UNREAD) unread[unread_count++] = opened[fd].inode;
        }
        opened[fd] = (struct open){0};
    }
    return real_close(fd);
}

int mkdir(const char *path, mode_t mode) {
    int done = real_mkdir(path, mode);
    made_directory = done == 0 && code() == CREATE_FILE;
    return done;
}

int unlink(const char *path) {
    int done = real_unlink(path);
    if (done == 0) record_names(REMOVED, "", path);
    return done;
}

int rmdir(const char *path) {
    int done = real_rmdir(path);
    if (done == 0) record_names(REMOVED, "d", path);
    return done;
}

int rename(const char *from, const char *to) {
    int done = real_rename(from, to);
    if (done == 0) record_names(RENAMED, from, to);
    return done;
}

int link(const char *from, const char *to) {
    int done = real_link(from, to);
    if (done == 0) record_names(LINKED, from, to);
    return done;
}

/* ---- sockets ---- */

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
    int fd = real_socket(family, type, protocol);
    if (fd >= 0 && fd < DESCRIPTORS && current >= 0 && (family == AF_INET || family == AF_INET6)) {
        follow_socket(fd);
        errno = 0;
        socket_act(MADE, fd, -1, type & 0xF, NULL);
    }
    return fd;
}

static int followed(int fd) { return fd >= 0 && fd < DESCRIPTORS && opened[fd].open; }

int bind(int fd, const struct sockaddr *address, socklen_t length) {
    int done = real_bind(fd, address, length);
    if (done == 0 && followed(fd)) socket_act(BOUND, fd, -1, 0, NULL);
    return done;
}

int listen(int fd, int waiting) {
    int done = real_listen(fd, waiting);
    if (done == 0 && followed(fd)) socket_act(LISTENING, fd, -1, 0, NULL);
    return done;
}

int connect(int fd, const struct sockaddr *address, socklen_t length) {
    int done = real_connect(fd, address, length);
    struct sockaddr_storage whole = {0};
    if (done == 0) errno = 0;
    if (followed(fd) && length <= sizeof whole) socket_act(CONNECTED, fd, -1, 0, memcpy(&whole, address, length));
    return done;
}

int accept(int fd, struct sockaddr *address, socklen_t *length) {
    struct sockaddr_storage remote = {0};
    socklen_t size = sizeof remote;
    int taken = real_accept(fd, (struct sockaddr *)&remote, &size);
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
