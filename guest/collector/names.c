/* Names that appear, move and go, and attributes that change. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/fanotify.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "files.h"
#include "frames.h"

struct attributes {
    uint32_t pid, mode;
    uint8_t has_dos, reserved[3];
    uint32_t dos;
    char path[PATH_BYTES];
};

/* Wine keeps these two in an extended attribute as text; read-only is in the mode. */
enum { HIDDEN = 2, SYSTEM = 4 };

/* The paths of one event, the second of which only a move has. */
struct paths {
    char bytes[2 * PATH_BYTES];
    size_t first, second;
};

static int names;

/* Turns a directory handle and a name into a path; answers its length, 0 where it cannot be known. */
static size_t name_of(struct fanotify_event_info_fid *info, char *path, size_t size) {
    struct file_handle *handle = (struct file_handle *)info->handle;
    const char *name = (const char *)handle->f_handle + handle->handle_bytes;
    int fd = open_by_handle_at(root_fd, handle, O_PATH);
    if (fd < 0) return 0;
    int known = path_of(fd, path, size);
    close(fd);
    if (!known) return 0;
    size_t length = strlen(path);
    if (strcmp(name, ".") == 0) return length;
    if (length + strlen(name) + 2 > size) return 0;
    return length + sprintf(path + length, "%s%s", length > 1 ? "/" : "", name);
}

static void read_paths(struct fanotify_event_metadata *event, struct paths *paths) {
    char *at = (char *)event + event->metadata_len, *end = (char *)event + event->event_len;
    paths->first = paths->second = 0;
    while (at < end) {
        struct fanotify_event_info_fid *info = (void *)at;
        switch (info->hdr.info_type) {
        case FAN_EVENT_INFO_TYPE_OLD_DFID_NAME:
        case FAN_EVENT_INFO_TYPE_DFID_NAME:
            paths->first = name_of(info, paths->bytes, PATH_BYTES);
            break;
        case FAN_EVENT_INFO_TYPE_NEW_DFID_NAME:
            paths->second = name_of(info, paths->bytes + paths->first + 1, PATH_BYTES);
            break;
        }
        at += info->hdr.len;
    }
}

/* What has no name any more has no attributes that matter: its end is reported by itself. */
static void ship_attributes(uint32_t pid, const char *path, size_t length) {
    static struct attributes attributes;
    char text[65], *end;
    struct stat st;
    if (lstat(path, &st) != 0 || !(S_ISREG(st.st_mode) || S_ISDIR(st.st_mode))) return;
    ssize_t n = lgetxattr(path, "user.DOSATTRIB", text, sizeof text - 1);
    attributes.pid = pid;
    attributes.mode = st.st_mode;
    attributes.has_dos = n >= 0;
    attributes.dos = 0;
    text[n > 0 ? n : 0] = 0;
    if (n > 2 && strncmp(text, "0x", 2) == 0) {
        unsigned long value = strtoul(text, &end, 16);
        if (!*end) attributes.dos = value & (HIDDEN | SYSTEM);
    }
    memcpy(attributes.path, path, length);
    ship(ATTRIBUTES, 0, &attributes, offsetof(struct attributes, path) + length);
}

static void ship_names(struct fanotify_event_metadata *event) {
    static struct paths paths;
    if (event->mask & FAN_Q_OVERFLOW) { ship_lost(OVERFLOW); return; }
    read_paths(event, &paths);
    if (paths.first == 0) {
        if (event->mask & (FAN_CREATE | FAN_RENAME | FAN_DELETE)) ship_lost(NAMELESS);
        return;
    }
    int moved = event->mask & FAN_RENAME && paths.second > 0;
    if (!below_root(paths.bytes) && !(moved && below_root(paths.bytes + paths.first + 1))) return;
    if (event->mask & FAN_CREATE) ship(CREATED, 0, paths.bytes, paths.first);
    if (event->mask & FAN_ATTRIB) ship_attributes(event->pid, paths.bytes, paths.first);
    if (moved) ship(MOVED, 0, paths.bytes, paths.first + 1 + paths.second);
    if (event->mask & FAN_DELETE) ship(DELETED, 0, paths.bytes, paths.first);
}

void drain_names(void) {
    static char events[CHUNK] __attribute__((aligned(8)));
    ssize_t n;
    while ((n = read(names, events, sizeof events)) > 0) {
        struct fanotify_event_metadata *event = (void *)events;
        for (; FAN_EVENT_OK(event, n); event = FAN_EVENT_NEXT(event, n)) ship_names(event);
    }
}

int names_start(void) {
    names = fanotify_init(FAN_CLASS_NOTIF | FAN_UNLIMITED_QUEUE | FAN_UNLIMITED_MARKS | FAN_NONBLOCK | FAN_CLOEXEC
        | FAN_REPORT_DFID_NAME, O_RDONLY);
    if (names < 0) die("fanotify_init for names");
    if (fanotify_mark(names, FAN_MARK_ADD | FAN_MARK_FILESYSTEM,
            FAN_CREATE | FAN_DELETE | FAN_RENAME | FAN_ATTRIB | FAN_ONDIR, AT_FDCWD, root) != 0)
        die("fanotify_mark for names");
    return names;
}
