/* What the server does to files for programs. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "records.h"

enum { UNREAD = 256 };

struct open opened[DESCRIPTORS];
static int made_directory;

/* Files that were closed after writing since the collector was asked the last time, by inode. */
static uint64_t unread[UNREAD];
static int unread_count;

/* Lets the collector read the versions that were closed, if one of them is about to be written over. */
static void let_read(const char *path) {
    struct stat st;
    char answer;
    if (unread_count == 0 || stat(path, &st) != 0) return;
    int among = unread_count == UNREAD; /* some may have been left out */
    for (int i = 0; i < unread_count; i++) among |= unread[i] == st.st_ino;
    if (!among) return;
    unread_count = 0;
    if (write(ASK, "", 1) == 1) while (read(ANSWER, &answer, 1) < 0 && errno == EINTR) {}
}

/* Opens so that it is known whether the file is new. */
static int open_knowing(const char *path, int flags, mode_t mode, int *created) {
    REAL(open64);
    *created = 0;
    if ((flags & O_CREAT) && !(flags & O_EXCL)) {
        int fd = real(path, flags | O_EXCL, mode);
        *created = fd >= 0;
        if (fd >= 0 || errno != EEXIST) return fd;
        return real(path, flags, mode);
    }
    int fd = real(path, flags, mode);
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
    REAL(open64);
    return current_request() == CREATE_FILE ? open_for_program(path, flags, mode) : real(path, flags, mode);
}

/* The 64-bit server calls it by its plain name. */
extern __typeof(open64) plain_open __asm__("open") __attribute__((alias("open64")));

void file_closes(int fd) {
    if (opened[fd].open) {
        struct { int32_t fd; uint32_t reserved; uint64_t inode; } file = {fd, 0, opened[fd].inode};
        record_bytes(CLOSED, &file, sizeof file);
        if (opened[fd].writes && unread_count < UNREAD) unread[unread_count++] = opened[fd].inode;
    }
    opened[fd] = (struct open){0};
}

int close(int fd) {
    REAL(close);
    if (fd >= 0 && fd < DESCRIPTORS) {
        pipe_closes(fd);
        file_closes(fd);
    }
    return real(fd);
}

int mkdir(const char *path, mode_t mode) {
    REAL(mkdir);
    int done = real(path, mode);
    made_directory = done == 0 && current_request() == CREATE_FILE;
    return done;
}

int unlink(const char *path) {
    REAL(unlink);
    int done = real(path);
    if (done == 0) record_names(REMOVED, "", path);
    return done;
}

int rmdir(const char *path) {
    REAL(rmdir);
    int done = real(path);
    if (done == 0) record_names(REMOVED, "d", path);
    return done;
}

int rename(const char *from, const char *to) {
    REAL(rename);
    int done = real(from, to);
    if (done == 0) record_names(RENAMED, from, to);
    return done;
}

int link(const char *from, const char *to) {
    REAL(link);
    int done = real(from, to);
    if (done == 0) record_names(LINKED, from, to);
    return done;
}
