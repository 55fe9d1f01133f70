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

/* The paths of one event, the second of which only a move has, and the file itself, wherever it is by now. */
struct paths {
    char bytes[2 * PATH_BYTES];
    size_t first, second;
    struct file_handle *file;
};

static int names;

/* Turns a directory handle and a name into a path; answers its length, 0 where it cannot be known. */
static size_t name_of(struct file_handle *handle, char *path, size_t size) {
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

/* A directory's own event names the directory and "." but no file. */
static void read_paths(struct fanotify_event_metadata *event, struct paths *paths) {
    char *at = (char *)event + event->metadata_len, *end = (char *)event + event->event_len;
    paths->first = paths->second = 0;
    paths->file = 0;
    while (at < end) {
        struct fanotify_event_info_fid *info = (void *)at;
        struct file_handle *handle = (struct file_handle *)info->handle;
        switch (info->hdr.info_type) {
        case FAN_EVENT_INFO_TYPE_OLD_DFID_NAME:
        case FAN_EVENT_INFO_TYPE_DFID_NAME:
            paths->first = name_of(handle, paths->bytes, PATH_BYTES);
            if (!paths->file) paths->file = handle;
            break;
        case FAN_EVENT_INFO_TYPE_NEW_DFID_NAME:
            paths->second = name_of(handle, paths->bytes + paths->first + 1, PATH_BYTES);
            break;
        case FAN_EVENT_INFO_TYPE_FID:
            paths->file = handle;
            break;
        }
        at += info->hdr.len;
    }
}

/* Hidden and system, read as Wine reads them; answers whether the file has the attribute at all. */
static int dos_attributes(int fd, uint32_t *attributes) {
    char link[64], text[65], *end;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t n = getxattr(link, "user.DOSATTRIB", text, sizeof text - 1);
    *attributes = 0;
    if (n < 0) return 0;
    text[n] = 0;
    if (n > 2 && strncmp(text, "0x", 2) == 0) {
        unsigned long value = strtoul(text, &end, 16);
        if (!*end) *attributes = value & (HIDDEN | SYSTEM);
    }
    return 1;
}

/* What is gone has no attributes that matter: its end is reported by itself. */
static void ship_attributes(uint32_t pid, const struct paths *paths) {
    static struct attributes attributes;
    struct stat st;
    int fd = open_by_handle_at(root_fd, paths->file, O_PATH);
    if (fd < 0) return;
    if (fstat(fd, &st) == 0 && (S_ISREG(st.st_mode) || S_ISDIR(st.st_mode))) {
        attributes.pid = pid;
        attributes.mode = st.st_mode;
        attributes.has_dos = dos_attributes(fd, &attributes.dos);
        memcpy(attributes.path, paths->bytes, paths->first);
        ship(ATTRIBUTES, 0, &attributes, offsetof(struct attributes, path) + paths->first);
    }
    close(fd);
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
    uint8_t marks = (by_server(event->pid) ? MARK_SERVER : 0) | (event->mask & FAN_ONDIR ? MARK_DIRECTORY : 0);
    if (event->mask & FAN_CREATE) {
        mark_next(marks);
        ship(CREATED, 0, paths.bytes, paths.first);
    }
    if (event->mask & FAN_ATTRIB) ship_attributes(event->pid, &paths);
    if (moved) {
        mark_next(marks);
        ship(MOVED, 0, paths.bytes, paths.first + 1 + paths.second);
    }
    if (event->mask & FAN_DELETE) {
        mark_next(marks);
        ship(DELETED, 0, paths.bytes, paths.first);
    }
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
        | FAN_REPORT_DFID_NAME_TARGET, O_RDONLY);
    if (names < 0) die("fanotify_init for names");
    if (fanotify_mark(names, FAN_MARK_ADD | FAN_MARK_FILESYSTEM,
            FAN_CREATE | FAN_DELETE | FAN_RENAME | FAN_ATTRIB | FAN_ONDIR, AT_FDCWD, root) != 0)
        die("fanotify_mark for names");
    return names;
}
