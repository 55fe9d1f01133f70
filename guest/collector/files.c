#define _GNU_SOURCE
#include "files.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "frames.h"

char root[PATH_BYTES];
int root_fd;
static size_t root_length;
static char shares[PATH_BYTES];
static pid_t server;

void files_start(const char *path) {
    if (!realpath(path, root)) die(path);
    root_length = strlen(root);
    snprintf(shares, sizeof shares, "%.*sdosdevices/unc/", (int)(strrchr(root, '/') + 1 - root), root);
    root_fd = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (root_fd < 0) die(root);
}

int below_root(const char *path) {
    return strncmp(path, root, root_length) == 0 && (path[root_length] == '/' || path[root_length] == 0);
}

int on_share(const char *path) {
    return strncmp(path, shares, strlen(shares)) == 0;
}

void files_server(pid_t pid) {
    server = pid;
}

int by_server(pid_t pid) {
    return server > 0 && getsid(pid) == server;
}

int path_of(int fd, char *path, size_t size) {
    static const char gone[] = " (deleted)";
    char link[64];
    struct stat st;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t n = readlink(link, path, size - 1);
    if (n <= 0) return 0;
    path[n] = 0;
    size_t tail = sizeof gone - 1;
    if (fstat(fd, &st) == 0 && st.st_nlink == 0 && (size_t)n > tail && strcmp(path + n - tail, gone) == 0)
        path[n - tail] = 0;
    return 1;
}
