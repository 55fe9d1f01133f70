/* Records are buffered for a moment only: whatever the server waits for, every Windows program waits for. */
#define _GNU_SOURCE
#include "records.h"

#include <dlfcn.h>
#include <errno.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { BUFFER = 1 << 19 };
static const uint32_t MAGIC = 0x43455254;

struct record {
    uint32_t magic, length;
    uint16_t kind, code;
    int32_t thread;
    uint64_t nanos;
} __attribute__((packed));

int current = -1;
static char buffer[BUFFER];
static size_t used;
static uint64_t oldest;

void *next(const char *name) { return dlsym(RTLD_NEXT, name); }

static uint64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000ull + time.tv_nsec;
}

void flush(void) {
    REAL(write);
    for (size_t done = 0; done < used;) {
        ssize_t n = real(RECORDS, buffer + done, used - done);
        if (n < 0 && errno != EINTR && errno != EAGAIN) break; /* nobody reads any more */
        if (n > 0) done += n;
    }
    used = 0;
}

void flush_old(void) {
    if (used > BUFFER / 2 || (used && now() - oldest > LATEST * 1000000ull)) flush();
}

int is_flushed(void) { return used == 0; }

__attribute__((destructor)) static void end(void) { flush(); }

/* Writes one record of some pieces; errno stays as it was. */
void record(enum kind kind, int count, const struct iovec *pieces) {
    int error = errno;
    struct record head = {.magic = MAGIC, .length = sizeof head, .kind = kind, .code = current_request(),
                          .thread = current, .nanos = now()};
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

void record_bytes(enum kind kind, const void *bytes, size_t length) {
    struct iovec piece = {(void *)bytes, length};
    record(kind, 1, &piece);
}

void record_names(enum kind kind, const char *from, const char *to) {
    struct iovec pieces[] = {{(void *)from, strlen(from) + 1}, {(void *)to, strlen(to)}};
    record(kind, 2, pieces);
}
