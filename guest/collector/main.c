/*
 * collector: the guest's only sensor process. It runs as root, reads raw facts and ships them through a
 * virtio-serial port as framed bytes; it never interprets them. The host does the rest.
 *
 *   collector PORT ROOT CONTENT_LIMIT < notes, trace on fd 3
 *
 * stdin   notes: text lines of the guest's init and of the launcher; "server PID" names the wineserver, "shares PID"
 *         the server of shares, "mounted DOOR PATH" another PC's share
 * fd 3    the wineserver's trace, as it comes
 * fd 4, 5 if open: a byte read from 4 asks for all that is reported so far to be read, and is answered on 5
 * ROOT    the directory whose files are reported, /wine/drive_c; its whole filesystem is watched. "-": none,
 *         to measure what watching costs
 *
 * The frames are described in sensor/ (FactReader). One promise holds the log together: whatever the
 * kernel reported before a trace line was printed is shipped before that line. It is kept by reading the
 * trace first, then emptying the kernel's queues, then shipping the trace.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "counts.h"
#include "files.h"
#include "frames.h"

enum { NOTES_FD, TRACE_FD = 3, ASKED_FD, ANSWER_FD };
enum { TRACE_BYTES = 1 << 20, GATHERING = 10 /* milliseconds */ };

static int watching;

static void drain(void) {
    if (!watching) return;
    drain_names();
    drain_counts();
    drain_closes();
}

/* What follows a word at the beginning of a line, or 0. */
static const char *after(const char *word, const char *line, size_t length) {
    size_t word_length = strlen(word);
    return length > word_length && memcmp(line, word, word_length) == 0 ? line + word_length : 0;
}

static void note(const char *line, size_t length) {
    const char *rest;
    char door[64];
    if ((rest = after("server ", line, length))) counts_server(strtoul(rest, 0, 10));
    if ((rest = after("shares ", line, length))) {
        files_server(strtoul(rest, 0, 10));
        counts_shares(strtoul(rest, 0, 10));
    }
    if (watching && (rest = after("mounted ", line, length))) {
        snprintf(door, sizeof door, "%.*s", (int)strcspn(rest, " \n"), rest);
        closes_share(door);
    }
    ship(NOTE, 0, line, length);
}

/* Each reads once and answers 0 at end of file. */
static int forward_notes(void) {
    static char bytes[CHUNK + 1];
    ssize_t n = read(NOTES_FD, bytes, CHUNK);
    if (n < 0) return errno == EINTR || errno == EAGAIN;
    bytes[n] = 0;
    drain();
    for (char *at = bytes, *end = bytes + n; at < end;) {
        char *line_end = memchr(at, '\n', end - at);
        if (!line_end) line_end = end;
        if (line_end > at) note(at, line_end - at);
        at = line_end + 1;
    }
    return n > 0;
}

static int forward_trace(void) {
    static char bytes[CHUNK];
    ssize_t n = read(TRACE_FD, bytes, sizeof bytes);
    if (n < 0) return errno == EINTR || errno == EAGAIN;
    drain();
    if (n > 0) ship(TRACE, 0, bytes, n);
    else ship_note("trace ended");
    return n > 0;
}

/* A file is about to be written again: what it holds now must be read before. */
static int answer(void) {
    char byte;
    ssize_t n = read(ASKED_FD, &byte, 1);
    if (n < 0) return errno == EINTR || errno == EAGAIN;
    if (n == 0) return 0;
    drain();
    return write(ANSWER_FD, &byte, 1) == 1;
}

static int is_open(int fd) {
    return fcntl(fd, F_GETFD) >= 0;
}

int main(int argc, char **argv) {
    if (argc != 4) { fprintf(stderr, "usage: collector PORT ROOT CONTENT_LIMIT\n"); return 2; }
    int asked = is_open(ASKED_FD) && is_open(ANSWER_FD) ? ASKED_FD : -1;
    signal(SIGPIPE, SIG_IGN);
    fcntl(TRACE_FD, F_SETPIPE_SZ, TRACE_BYTES);
    frames_open(argv[1]);
    int closes = -1, names = -1, counts = -1;
    watching = strcmp(argv[2], "-") != 0;
    if (watching) {
        files_start(argv[2]);
        closes = closes_start(strtoull(argv[3], 0, 10));
        names = names_start();
        counts_start(root);
        counts = counts_ready();
    }
    ship_note("collector ready");
    struct pollfd sources[] = {{NOTES_FD, POLLIN, 0}, {asked, POLLIN, 0}, {TRACE_FD, POLLIN, 0},
        {names, POLLIN, 0}, {closes, POLLIN, 0}, {counts, POLLIN, 0}};
    enum { URGENT = 2, ALL = sizeof sources / sizeof *sources };
    for (;;) {
        flush_frames();
        if (poll(sources, ALL, -1) < 0) {
            if (errno == EINTR) continue;
            die("poll");
        }
        /* Each waking costs the specimen time, so that what is not urgent gathers for a moment. */
        if (!sources[0].revents && !sources[1].revents && poll(sources, URGENT, GATHERING) < 0) continue;
        if (sources[2].revents && !forward_trace()) sources[2].fd = -1;
        if (sources[1].revents && !answer()) sources[1].fd = -1;
        if (sources[3].revents || sources[4].revents || sources[5].revents) drain();
        if (sources[0].revents && !forward_notes()) sources[0].fd = -1;
    }
}
