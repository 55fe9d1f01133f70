/*
 * recorder: writes down what the wineserver does for Windows programs. The wineserver plays the NT kernel's
 * part; this library is loaded into it (LD_PRELOAD) and sees every request, every reply, and what the server
 * asks of Linux in between. It decides nothing and changes nothing, with one exception: a file that was
 * closed after writing is not opened for writing again before the collector has read it.
 *
 *   fd 3  takes the records     fd 4  asks the collector to read what was closed     fd 5  its answer
 *
 * requests.c stands between server and programs, files.c and sockets.c between server and Linux; each defines
 * functions of the C library under their own names. The server has one thread, so nothing is locked.
 */
#ifndef RECORDS_H
#define RECORDS_H

#include <stddef.h>
#include <stdint.h>
#include <sys/uio.h>

enum kind { EXCHANGE = 1, PIPE, GONE, OPENED, CLOSED, REMOVED, RENAMED, LINKED, SOCKET };
enum request { NO_REQUEST = -1, NEW_THREAD = 2, DUPLICATE_HANDLE = 23, CREATE_FILE = 43 };
enum { RECORDS = 3, ASK = 4, ANSWER = 5 };
enum { LATEST = 20 }; /* milliseconds that a record waits to be handed on */
enum { LONGEST_DATA = 1 << 17, DESCRIPTORS = 1 << 16 };

/* None of these names may meet one of the server's. */
#pragma GCC visibility push(hidden)

/* The next function of that name, which is the C library's. */
void *next(const char *name);
#define REAL(name) static __typeof(&name) real; if (!real) real = next(#name)

/* The pipe of the thread whose request is being handled, or -1; and the number of that request. */
extern int current;
int current_request(void);

/* Writes one record of some pieces; errno stays as it was. */
void record(enum kind kind, int count, const struct iovec *pieces);
void record_bytes(enum kind kind, const void *bytes, size_t length);
void record_names(enum kind kind, const char *from, const char *to);

/* Hands on what was written down, if it is much or old; and in any case. */
void flush_old(void);
void flush(void);
int is_flushed(void);

/* A file or socket that the server has open for a program. */
struct open {
    uint64_t inode;
    uint8_t open, writes;
};
extern struct open opened[DESCRIPTORS];

/* A descriptor is about to be closed. */
void pipe_closes(int fd);
void file_closes(int fd);

#pragma GCC visibility pop

#endif
