/*
 * collector: the guest's only sensor process. It runs as root, reads raw facts and ships them through a
 * virtio-serial port as framed bytes; it never interprets them. The host does the rest.
 *
 *   collector PORT ROOT CONTENT_LIMIT < notes, trace on fd 3
 *
 * stdin   notes: text lines of the guest's init and of the launcher
 * fd 3    the wineserver's trace, as it comes
 * ROOT    the directory whose files are reported, /wine/drive_c; its whole filesystem is watched
 *
 * The frames are described in sensor/ (FactReader). One promise holds the log together: whatever the
 * kernel reported before a trace line was printed is shipped before that line. It is kept by reading the
 * trace first, then emptying both fanotify queues, then shipping the trace.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/fanotify.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum type { NOTE = 1, TRACE, CREATED, DELETED, MOVED, CLOSED, CONTENT, CLOSED_END, LOST };
enum { CHUNK = 1 << 16, PATH_BYTES = 2 * PATH_MAX };

struct frame {
    uint32_t magic;
    uint8_t type, flags;
    uint16_t reserved;
    uint32_t length, stream;
    uint64_t sequence, nanos;
} __attribute__((packed));

static int port, mount_fd, closes, names;
static uint64_t sequence, content_limit;
static uint32_t next_stream;
static char root[PATH_MAX];
static size_t root_length;

static void die(const char *what) {
    fprintf(stderr, "collector: %s: %s\n", what, strerror(errno));
    exit(1);
}

static void write_all(const void *bytes, size_t length) {
    const char *at = bytes;
    while (length > 0) {
        ssize_t n = write(port, at, length);
        if (n < 0) {
            if (errno == EINTR) continue;
            if (errno == EAGAIN) { usleep(1000); continue; }
            die("write to port");
        }
        at += n;
        length -= n;
    }
}

static void ship(enum type type, uint32_t stream, const void *payload, size_t length) {
    static char buffer[sizeof(struct frame) + CHUNK + PATH_BYTES * 2];
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    struct frame *frame = (struct frame *)buffer;
    *frame = (struct frame){.magic = 0x46555354, .type = type, .length = length, .stream = stream,
        .sequence = sequence++, .nanos = now.tv_sec * 1000000000ull + now.tv_nsec};
    memcpy(buffer + sizeof *frame, payload, length);
    write_all(buffer, sizeof *frame + length);
}

/* Sees both ROOT itself and what lies below it, but not a name that only begins like it. */
static int below_root(const char *path) {
    return strncmp(path, root, root_length) == 0 && (path[root_length] == '/' || path[root_length] == 0);
}

/* What is lost is said: a queue that overflowed, or a name whose directory was gone when it was asked for. */
enum lost { OVERFLOW = 1, NAMELESS = 2 };

static void ship_lost(enum lost lost) {
    uint32_t kind = lost;
    ship(LOST, 0, &kind, sizeof kind);
}

/* The path behind an open descriptor; a file that is gone keeps its last name without the kernel's mark. */
static int path_of(int fd, char *path, size_t size) {
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

/* A file that was open for writing has been closed: its size and bytes, of this very moment. */
static void ship_closed(int fd, uint32_t pid) {
    static char path[PATH_BYTES], payload[12 + PATH_BYTES], bytes[CHUNK];
    struct stat st;
    if (!path_of(fd, path, sizeof path) || !below_root(path)) return;
    if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode)) return;
    uint64_t size = st.st_size, shipped = 0;
    uint32_t stream = ++next_stream;
    size_t path_length = strlen(path);
    memcpy(payload, &pid, 4);
    memcpy(payload + 4, &size, 8);
    memcpy(payload + 12, path, path_length);
    ship(CLOSED, stream, payload, 12 + path_length);
    uint8_t status = 0;
    while (shipped < size) {
        if (shipped >= content_limit) { status = 1; break; }
        ssize_t n = pread(fd, bytes, sizeof bytes, shipped);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) { status = 2; break; }
        if (n == 0) break;
        ship(CONTENT, stream, bytes, n);
        shipped += n;
    }
    char end[9];
    memcpy(end, &shipped, 8);
    end[8] = status;
    ship(CLOSED_END, stream, end, sizeof end);
}

static void drain_closes(void) {
    static char events[CHUNK] __attribute__((aligned(8)));
    ssize_t n;
    while ((n = read(closes, events, sizeof events)) > 0) {
        struct fanotify_event_metadata *event = (void *)events;
        for (; FAN_EVENT_OK(event, n); event = FAN_EVENT_NEXT(event, n)) {
            if (event->mask & FAN_Q_OVERFLOW) ship_lost(OVERFLOW);
            if (event->fd < 0) continue;
            ship_closed(event->fd, event->pid);
            close(event->fd);
        }
    }
}

/* Turns a directory handle and a name into a path; answers its length, 0 where it cannot be known. */
static size_t name_of(struct fanotify_event_info_fid *info, char *path, size_t size) {
    struct file_handle *handle = (struct file_handle *)info->handle;
    const char *name = (const char *)handle->f_handle + handle->handle_bytes;
    int fd = open_by_handle_at(mount_fd, handle, O_PATH);
    if (fd < 0) return 0;
    int known = path_of(fd, path, size);
    close(fd);
    if (!known) return 0;
    size_t length = strlen(path);
    if (strcmp(name, ".") == 0) return length;
    if (length + strlen(name) + 2 > size) return 0;
    return length + sprintf(path + length, "%s%s", length > 1 ? "/" : "", name);
}

static void drain_names(void) {
    static char events[CHUNK] __attribute__((aligned(8)));
    static char paths[2 * PATH_BYTES];
    ssize_t n;
    while ((n = read(names, events, sizeof events)) > 0) {
        struct fanotify_event_metadata *event = (void *)events;
        for (; FAN_EVENT_OK(event, n); event = FAN_EVENT_NEXT(event, n)) {
            if (event->mask & FAN_Q_OVERFLOW) { ship_lost(OVERFLOW); continue; }
            char *at = (char *)event + event->metadata_len, *end = (char *)event + event->event_len;
            size_t first = 0, second = 0;
            while (at < end) {
                struct fanotify_event_info_fid *info = (void *)at;
                switch (info->hdr.info_type) {
                case FAN_EVENT_INFO_TYPE_OLD_DFID_NAME:
                case FAN_EVENT_INFO_TYPE_DFID_NAME:
                    first = name_of(info, paths, PATH_BYTES);
                    break;
                case FAN_EVENT_INFO_TYPE_NEW_DFID_NAME:
                    second = name_of(info, paths + first + 1, PATH_BYTES);
                    break;
                }
                at += info->hdr.len;
            }
            if (first == 0) { ship_lost(NAMELESS); continue; }
            if (!(below_root(paths) || (second > 0 && below_root(paths + first + 1)))) continue;
            if (event->mask & FAN_CREATE) ship(CREATED, 0, paths, first);
            if (event->mask & FAN_RENAME && second > 0) ship(MOVED, 0, paths, first + 1 + second);
            if (event->mask & FAN_DELETE) ship(DELETED, 0, paths, first);
        }
    }
}

static void watch(void) {
    closes = fanotify_init(FAN_CLASS_NOTIF | FAN_UNLIMITED_QUEUE | FAN_UNLIMITED_MARKS | FAN_NONBLOCK | FAN_CLOEXEC,
        O_RDONLY | O_LARGEFILE | O_CLOEXEC);
    names = fanotify_init(FAN_CLASS_NOTIF | FAN_UNLIMITED_QUEUE | FAN_UNLIMITED_MARKS | FAN_NONBLOCK | FAN_CLOEXEC
        | FAN_REPORT_DFID_NAME, O_RDONLY);
    if (closes < 0 || names < 0) die("fanotify_init");
    if (fanotify_mark(closes, FAN_MARK_ADD | FAN_MARK_FILESYSTEM, FAN_CLOSE_WRITE, AT_FDCWD, root) != 0)
        die("fanotify_mark for closes");
    if (fanotify_mark(names, FAN_MARK_ADD | FAN_MARK_FILESYSTEM, FAN_CREATE | FAN_DELETE | FAN_RENAME | FAN_ONDIR,
            AT_FDCWD, root) != 0)
        die("fanotify_mark for names");
    mount_fd = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (mount_fd < 0) die(root);
}

/* Reads once from a pipe and ships what came, one frame a line for notes. Answers 0 at end of file. */
static int forward(int fd, enum type type) {
    static char bytes[CHUNK];
    ssize_t n = read(fd, bytes, sizeof bytes);
    if (n < 0) return errno == EINTR || errno == EAGAIN;
    if (n == 0) return 0;
    drain_names();
    drain_closes();
    if (type == TRACE) {
        ship(TRACE, 0, bytes, n);
        return 1;
    }
    for (char *at = bytes, *end = bytes + n; at < end;) {
        char *line_end = memchr(at, '\n', end - at);
        if (!line_end) line_end = end;
        if (line_end > at) ship(NOTE, 0, at, line_end - at);
        at = line_end + 1;
    }
    return 1;
}

int main(int argc, char **argv) {
    if (argc != 4) { fprintf(stderr, "usage: collector PORT ROOT CONTENT_LIMIT\n"); return 2; }
    if (!realpath(argv[2], root)) die(argv[2]);
    root_length = strlen(root);
    content_limit = strtoull(argv[3], 0, 10);
    port = open(argv[1], O_WRONLY | O_CLOEXEC);
    if (port < 0) die(argv[1]);
    watch();
    ship(NOTE, 0, "collector ready", 15);
    struct pollfd sources[] = {{3, POLLIN, 0}, {0, POLLIN, 0}, {names, POLLIN, 0}, {closes, POLLIN, 0}};
    for (;;) {
        if (poll(sources, 4, -1) < 0) {
            if (errno == EINTR) continue;
            die("poll");
        }
        if (sources[0].revents && !forward(3, TRACE)) { ship(NOTE, 0, "trace ended", 11); sources[0].fd = -1; }
        if (sources[2].revents) drain_names();
        if (sources[3].revents) drain_closes();
        if (sources[1].revents && !forward(0, NOTE)) sources[1].fd = -1;
    }
}
