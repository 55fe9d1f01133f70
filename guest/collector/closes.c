/* Files that were open for writing and have been closed: what they are and hold at this very moment. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/fanotify.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "files.h"
#include "frames.h"

struct closed {
    uint32_t pid;
    uint64_t size, device, inode;
    int64_t accessed, modified, born;
    char path[PATH_BYTES];
} __attribute__((packed));

struct closed_end {
    uint64_t shipped;
    uint8_t status;
} __attribute__((packed));

enum status { COMPLETE, CUT, UNREADABLE };

static int closes;
static uint64_t content_limit;
static uint32_t next_stream;

static int64_t nanos(struct statx_timestamp time) {
    return time.tv_sec * 1000000000 + time.tv_nsec;
}

static void ship_content(int fd, uint32_t stream, uint64_t size) {
    struct closed_end end = {0, COMPLETE};
    while (end.shipped < size) {
        if (end.shipped >= content_limit) { end.status = CUT; break; }
        ssize_t n = pread(fd, frame_room(), CHUNK, end.shipped);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) { end.status = UNREADABLE; break; }
        if (n == 0) break;
        ship_room(CONTENT, stream, n);
        end.shipped += n;
    }
    ship(CLOSED_END, stream, &end, sizeof end);
}

static void ship_closed(int fd, uint32_t pid) {
    static struct closed closed;
    struct statx st;
    if (!path_of(fd, closed.path, sizeof closed.path) || !(below_root(closed.path) || on_share(closed.path))) return;
    if (statx(fd, "", AT_EMPTY_PATH, STATX_BASIC_STATS | STATX_BTIME, &st) != 0 || !S_ISREG(st.stx_mode)) return;
    closed.pid = pid;
    closed.size = st.stx_size;
    closed.device = makedev(st.stx_dev_major, st.stx_dev_minor);
    closed.inode = st.stx_ino;
    closed.accessed = nanos(st.stx_atime);
    closed.modified = nanos(st.stx_mtime);
    closed.born = st.stx_mask & STATX_BTIME ? nanos(st.stx_btime) : 0;
    uint32_t stream = ++next_stream;
    mark_next(by_server(pid) ? MARK_SERVER : 0);
    ship(CLOSED, stream, &closed, offsetof(struct closed, path) + strlen(closed.path));
    ship_content(fd, stream, st.stx_size);
}

void drain_closes(void) {
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

void closes_share(const char *door) {
    static const uint64_t event = FAN_CLOSE_WRITE;
    char word[PATH_BYTES + 64];
    struct stat st;
    if (fanotify_mark(closes, FAN_MARK_ADD | FAN_MARK_FILESYSTEM, event, AT_FDCWD, door) != 0) {
        snprintf(word, sizeof word, "no contents: %s: %s", door, strerror(errno));
        ship_note(word);
    }
    if (stat(door, &st) != 0) return;
    snprintf(word, sizeof word, "/run/watched/%u:%u", major(st.st_dev), minor(st.st_dev));
    mkdir(word, 0755);
}

int closes_start(uint64_t limit) {
    content_limit = limit;
    closes = fanotify_init(FAN_CLASS_NOTIF | FAN_UNLIMITED_QUEUE | FAN_UNLIMITED_MARKS | FAN_NONBLOCK | FAN_CLOEXEC,
        O_RDONLY | O_LARGEFILE | O_CLOEXEC);
    if (closes < 0) die("fanotify_init for closes");
    if (fanotify_mark(closes, FAN_MARK_ADD | FAN_MARK_FILESYSTEM, FAN_CLOSE_WRITE, AT_FDCWD, root) != 0)
        die("fanotify_mark for closes");
    return closes;
}
