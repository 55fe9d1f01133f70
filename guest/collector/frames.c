#include "frames.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

struct frame {
    uint32_t magic;
    uint8_t type, flags;
    uint16_t reserved;
    uint32_t length, stream;
    uint64_t sequence, nanos;
} __attribute__((packed));

static int port;
static uint64_t sequence;
static char buffer[1 << 18];
static size_t filled;
static uint8_t next_marks;

void die(const char *what) {
    fprintf(stderr, "collector: %s: %s\n", what, strerror(errno));
    exit(1);
}

void frames_open(const char *path) {
    port = open(path, O_WRONLY | O_CLOEXEC);
    if (port < 0) die(path);
}

void flush_frames(void) {
    const char *at = buffer;
    while (filled > 0) {
        ssize_t n = write(port, at, filled);
        if (n < 0) {
            if (errno == EINTR) continue;
            if (errno == EAGAIN) { usleep(1000); continue; }
            die("write to port");
        }
        at += n;
        filled -= n;
    }
}

void *frame_room(void) {
    if (sizeof buffer - filled < sizeof(struct frame) + CHUNK) flush_frames();
    return buffer + filled + sizeof(struct frame);
}

static void seal(uint64_t nanos, enum frame_type type, uint32_t stream, size_t length) {
    struct frame frame = {.magic = 0x46555354, .type = type, .flags = next_marks, .length = length, .stream = stream,
        .sequence = sequence++, .nanos = nanos};
    next_marks = 0;
    memcpy(buffer + filled, &frame, sizeof frame);
    filled += sizeof frame + length;
}

static uint64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000ull + time.tv_nsec;
}

void ship_room(enum frame_type type, uint32_t stream, size_t length) {
    seal(now(), type, stream, length);
}

void mark_next(uint8_t marks) {
    next_marks = marks;
}

void ship(enum frame_type type, uint32_t stream, const void *payload, size_t length) {
    memcpy(frame_room(), payload, length);
    seal(now(), type, stream, length);
}

void ship_at(uint64_t nanos, enum frame_type type, const void *payload, size_t length) {
    memcpy(frame_room(), payload, length);
    seal(nanos, type, 0, length);
}

void ship_note(const char *text) {
    ship(NOTE, 0, text, strlen(text));
}

void ship_lost(enum lost lost) {
    uint32_t kind = lost;
    ship(LOST, 0, &kind, sizeof kind);
}
