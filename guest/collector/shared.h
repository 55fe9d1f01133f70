/*
 * What the kernel programs (counts.bpf.c) and the collector say to each other: settings that the collector
 * writes, losses that the programs count, and the records of the ring, which go into frames as they are.
 */
#ifndef SHARED_H
#define SHARED_H

#include <linux/types.h>

enum frame_type {
    NOTE = 1, TRACE, CREATED, DELETED, MOVED, CLOSED, CONTENT, CLOSED_END, LOST,
    COUNTED, DATAGRAM, RAW_WRITE, ATTRIBUTES, CONNECTED, ACCEPTED, SERVED
};

/* Marks of a frame about a file: the server of shares did it; it is a directory. */
enum frame_mark { MARK_SERVER = 1, MARK_DIRECTORY = 2 };

struct shared {
    __u32 collector;  /* whose reading and writing is not counted */
    __u32 server;     /* the wineserver, whose closes are reported */
    __u32 device;     /* the watched file system, as the kernel numbers it */
    __u32 shares;     /* the server of shares, whose children's closes after writing are SERVED */
    __u64 lost_records; /* the ring was full */
    __u64 lost_counts;  /* too many files were open at once */
};

enum { LAB_USER = 1000, DNS_PORT = 53, SMB_PORT = 445, DATAGRAM_BYTES = 512 };

/* A record begins with this; what follows is a frame's payload. */
struct record {
    __u64 nanos;
    __u32 type, length;
};

struct counted {
    __u64 device, inode, read, written; /* the device of a socket is 0 */
};

struct raw_write {
    __u32 pid, device; /* the kernel's number of the device; 0 in the frame, which has its name instead */
    __u64 offset, bytes;
};

struct connected {
    __u16 family, local_port, remote_port, kernel; /* kernel: 1 where Linux itself connected, for a share */
    __u8 local[16], remote[16];
};

/* Only DATAGRAM_BYTES of the payload are kept; the verifier needs room for what it cannot rule out. */
struct datagram {
    __u32 pid;
    __u16 family, port;
    __u8 address[16], payload[2 * DATAGRAM_BYTES];
};

#endif
