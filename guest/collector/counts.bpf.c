/*
 * The kernel programs. Beside each open file of the watched file system, raw disk and internet socket stands how
 * many bytes went through it; when the wineserver or the server of shares closes such a file, its counts go into the
 * ring. So do connections that were made, those taken for shares, questions to name servers and the lab user's writes to raw disks.
 */
#include <linux/bpf.h>

#include <bpf/bpf_core_read.h>
#include <bpf/bpf_endian.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

#include "kernel.h"
#include "shared.h"

enum { SEGMENTS = 8, RING_BYTES = 1 << 20 };
enum direction { READ, WRITTEN };

struct bytes { __u64 moved[2]; };

struct {
    __uint(type, BPF_MAP_TYPE_HASH);
    __uint(max_entries, 1 << 14);
    __type(key, __u64);
    __type(value, struct bytes);
} files SEC(".maps");

struct {
    __uint(type, BPF_MAP_TYPE_RINGBUF);
    __uint(max_entries, RING_BYTES);
} records SEC(".maps");

struct shared shared;

/* The helpers in use are only for programs that say they may be combined with the kernel. */
char terms[] SEC("license") = "Dual MIT/GPL";

static __u32 current_process(void) {
    return bpf_get_current_pid_tgid() >> 32;
}

static void add(struct file *file, __s64 bytes, enum direction direction) {
    if (bytes <= 0 || current_process() == shared.collector) return;
    __u64 key = (__u64)file;
    struct bytes *known = bpf_map_lookup_elem(&files, &key);
    if (!known) {
        struct bytes none = {};
        bpf_map_update_elem(&files, &key, &none, BPF_NOEXIST);
        known = bpf_map_lookup_elem(&files, &key);
    }
    if (known) __sync_fetch_and_add(&known->moved[direction], bytes);
    else __sync_fetch_and_add(&shared.lost_counts, 1);
}

/* Room in the ring for a record with its head filled in. */
static __always_inline void *record(enum frame_type type, __u32 size, __u32 length) {
    struct record *record = bpf_ringbuf_reserve(&records, sizeof *record + size, 0);
    if (record) *record = (struct record){.nanos = bpf_ktime_get_ns(), .type = type, .length = length};
    else __sync_fetch_and_add(&shared.lost_records, 1);
    return record;
}

/* Regular files of the watched file system or of other PCs' shares, and any raw disk. */
static int is_watched(struct inode *inode) {
    __u16 kind = inode->i_mode & S_IFMT;
    if (kind != S_IFREG) return kind == S_IFBLK;
    unsigned long magic = inode->i_sb->s_magic;
    return inode->i_sb->s_dev == shared.device || magic == CIFS_MAGIC || magic == SMB2_MAGIC;
}

/* Each connection to the server of shares has a child of it. */
static int is_of_shares(void) {
    struct task_struct *task = (void *)bpf_get_current_task();
    return shared.shares && BPF_CORE_READ(task, real_parent, tgid) == shared.shares;
}

static void add_file(struct file *file, __s64 bytes, enum direction direction) {
    if (is_watched(file->f_inode)) add(file, bytes, direction);
}

static void add_written(struct file *file, __s64 *position, __s64 bytes) {
    add_file(file, bytes, WRITTEN);
    if (bytes <= 0 || (file->f_inode->i_mode & S_IFMT) != S_IFBLK) return;
    if ((__u32)bpf_get_current_uid_gid() != LAB_USER) return;
    __s64 after = bytes;
    bpf_probe_read_kernel(&after, sizeof after, position);
    struct record *head = record(RAW_WRITE, sizeof(struct raw_write), sizeof(struct raw_write));
    if (!head) return;
    *(struct raw_write *)(head + 1) = (struct raw_write){.pid = current_process(),
        .device = file->f_inode->i_rdev, .offset = after - bytes, .bytes = bytes};
    bpf_ringbuf_submit(head, BPF_RB_FORCE_WAKEUP);
}

SEC("fexit/vfs_read")
int BPF_PROG(after_read, struct file *file, char *to, __u64 size, __s64 *position, __s64 bytes) {
    add_file(file, bytes, READ);
    return 0;
}

SEC("fexit/vfs_readv")
int BPF_PROG(after_readv, struct file *file, struct iovec *to, __u64 count, __s64 *position, int flags,
        __s64 bytes) {
    add_file(file, bytes, READ);
    return 0;
}

SEC("fexit/vfs_iter_read")
int BPF_PROG(after_iter_read, struct file *file, struct iov_iter *to, __s64 *position, int flags, __s64 bytes) {
    add_file(file, bytes, READ);
    return 0;
}

/* The reading half of sendfile, splice and copy_file_range; the writing half is vfs_iter_write. */
SEC("fexit/generic_file_splice_read")
int BPF_PROG(after_splice_read, struct file *file, __s64 *position, struct pipe_inode_info *pipe, __u64 size,
        unsigned flags, __s64 bytes) {
    add_file(file, bytes, READ);
    return 0;
}

SEC("fexit/vfs_write")
int BPF_PROG(after_write, struct file *file, char *from, __u64 size, __s64 *position, __s64 bytes) {
    add_written(file, position, bytes);
    return 0;
}

SEC("fexit/vfs_writev")
int BPF_PROG(after_writev, struct file *file, struct iovec *from, __u64 count, __s64 *position, int flags,
        __s64 bytes) {
    add_written(file, position, bytes);
    return 0;
}

SEC("fexit/vfs_iter_write")
int BPF_PROG(after_iter_write, struct file *file, struct iov_iter *from, __s64 *position, int flags,
        __s64 bytes) {
    add_written(file, position, bytes);
    return 0;
}

static void add_socket(struct socket *socket, int bytes, enum direction direction) {
    struct file *file = socket->file;
    if (file) add(file, bytes, direction);
}

SEC("fexit/inet_sendmsg")
int BPF_PROG(after_send, struct socket *socket, struct msghdr *message, __u64 size, int bytes) {
    add_socket(socket, bytes, WRITTEN);
    return 0;
}

SEC("fexit/inet6_sendmsg")
int BPF_PROG(after_send6, struct socket *socket, struct msghdr *message, __u64 size, int bytes) {
    add_socket(socket, bytes, WRITTEN);
    return 0;
}

SEC("fexit/inet_sendpage")
int BPF_PROG(after_sendpage, struct socket *socket, struct page *page, int offset, __u64 size, int flags,
        __s64 bytes) {
    add_socket(socket, bytes, WRITTEN);
    return 0;
}

SEC("fexit/inet_recvmsg")
int BPF_PROG(after_receive, struct socket *socket, struct msghdr *message, __u64 size, int flags, int bytes) {
    if (!(flags & MSG_PEEK)) add_socket(socket, bytes, READ);
    return 0;
}

SEC("fexit/inet6_recvmsg")
int BPF_PROG(after_receive6, struct socket *socket, struct msghdr *message, __u64 size, int flags, int bytes) {
    if (!(flags & MSG_PEEK)) add_socket(socket, bytes, READ);
    return 0;
}

static int is_internet(struct file *file) {
    struct socket *socket = file->private_data;
    __u16 family = BPF_CORE_READ(socket, sk, __sk_common.skc_family);
    return family == AF_INET || family == AF_INET6;
}

/* What st_dev and st_rdev are to programs. */
static __u64 user_device(__u32 device) {
    __u32 major = device >> 20, minor = device & 0xfffff;
    return (minor & 0xff) | major << 8 | (__u64)(minor & ~0xff) << 12;
}

SEC("fentry/filp_close")
int BPF_PROG(before_close, struct file *file) {
    int server = current_process() == shared.server;
    if (!server && !((file->f_mode & FMODE_WRITE) && is_of_shares())) return 0;
    struct inode *inode = file->f_inode;
    int socket = server && (inode->i_mode & S_IFMT) == S_IFSOCK;
    if (!is_watched(inode) && !(socket && is_internet(file))) return 0;
    __u64 key = (__u64)file;
    struct bytes *known = bpf_map_lookup_elem(&files, &key);
    struct record *head = record(server ? COUNTED : SERVED, sizeof(struct counted), sizeof(struct counted));
    if (!head) return 0;
    *(struct counted *)(head + 1) = (struct counted){.device = socket ? 0 : user_device(inode->i_sb->s_dev),
        .inode = inode->i_ino, .read = known ? known->moved[READ] : 0,
        .written = known ? known->moved[WRITTEN] : 0};
    /* The wineserver's own trace wakes the collector soon enough, unless closes come in crowds. */
    int crowded = bpf_ringbuf_query(&records, BPF_RB_AVAIL_DATA) > RING_BYTES / 4;
    bpf_ringbuf_submit(head, crowded ? BPF_RB_FORCE_WAKEUP : BPF_RB_NO_WAKEUP);
    return 0;
}

SEC("fentry/__fput")
int BPF_PROG(before_release, struct file *file) {
    __u64 key = (__u64)file;
    bpf_map_delete_elem(&files, &key);
    return 0;
}

/* An IPv4 address in IPv6's clothes, ::ffff:a.b.c.d. */
static int is_mapped(const struct in6_addr *address) {
    const __u32 *words = (const __u32 *)address->bytes;
    return words[0] == 0 && words[1] == 0 && words[2] == bpf_htonl(0xffff);
}

static void copy_address(__u8 *to, const void *from, __u32 size) {
    bpf_probe_read_kernel(to, size, from);
}

SEC("tp_btf/inet_sock_set_state")
int BPF_PROG(state_changes, struct sock *sock, int before, int after) {
    if (after != TCP_ESTABLISHED || sock->sk_protocol != IPPROTO_TCP) return 0;
    int taken = before == TCP_SYN_RECV && sock->__sk_common.skc_num == SMB_PORT;
    if (before != TCP_SYN_SENT && !taken) return 0;
    struct record *head = record(taken ? ACCEPTED : CONNECTED, sizeof(struct connected), sizeof(struct connected));
    if (!head) return 0;
    struct connected *connected = (void *)(head + 1);
    struct in6_addr remote;
    struct socket *socket = sock->sk_socket;
    int kernel = !taken && socket && !BPF_CORE_READ(socket, file);
    bpf_probe_read_kernel(&remote, sizeof remote, &sock->__sk_common.skc_v6_daddr);
    *connected = (struct connected){.family = 4, .local_port = sock->__sk_common.skc_num,
        .remote_port = bpf_ntohs(sock->__sk_common.skc_dport), .kernel = kernel};
    if (sock->__sk_common.skc_family == AF_INET6 && !is_mapped(&remote)) {
        connected->family = 6;
        copy_address(connected->remote, &sock->__sk_common.skc_v6_daddr, 16);
        copy_address(connected->local, &sock->__sk_common.skc_v6_rcv_saddr, 16);
    } else {
        copy_address(connected->remote, &sock->__sk_common.skc_daddr, 4);
        copy_address(connected->local, &sock->__sk_common.skc_rcv_saddr, 4);
    }
    bpf_ringbuf_submit(head, BPF_RB_FORCE_WAKEUP);
    return 0;
}

/* Copies what a message says, up to DATAGRAM_BYTES; answers how much. */
static __u32 copy_payload(__u8 *to, struct msghdr *message) {
    int whole = message->msg_iter.iter_type == bpf_core_enum_value(enum iter_type, ITER_UBUF);
    if (!whole && message->msg_iter.iter_type != bpf_core_enum_value(enum iter_type, ITER_IOVEC)) return 0;
    struct iovec *segments = message->msg_iter.iov;
    __u64 count = whole ? 1 : message->msg_iter.nr_segs;
    __u32 copied = 0;
    for (int i = 0; i < SEGMENTS; i++) {
        struct iovec segment = {message->msg_iter.ubuf, message->msg_iter.count};
        if (i >= count || copied >= DATAGRAM_BYTES) break;
        if (!whole && bpf_probe_read_kernel(&segment, sizeof segment, segments + i) != 0) break;
        __u32 size = segment.iov_len < DATAGRAM_BYTES ? segment.iov_len : DATAGRAM_BYTES;
        barrier_var(copied); /* or the compiler drops the mask, and the verifier the program */
        if (bpf_probe_read_user(to + (copied & (DATAGRAM_BYTES - 1)), size, segment.iov_base) != 0) break;
        copied += size;
    }
    return copied < DATAGRAM_BYTES ? copied : DATAGRAM_BYTES;
}

static void ship_question(struct msghdr *message, __u16 family, const void *address, __u32 size) {
    struct record *head = record(DATAGRAM, sizeof(struct datagram), 0);
    if (!head) return;
    struct datagram *datagram = (void *)(head + 1);
    datagram->pid = current_process();
    datagram->family = family;
    datagram->port = DNS_PORT;
    __builtin_memset(datagram->address, 0, sizeof datagram->address);
    copy_address(datagram->address, address, size);
    head->length = __builtin_offsetof(struct datagram, payload) + copy_payload(datagram->payload, message);
    bpf_ringbuf_submit(head, BPF_RB_FORCE_WAKEUP);
}

SEC("fentry/udp_sendmsg")
int BPF_PROG(before_datagram, struct sock *sock, struct msghdr *message) {
    struct sockaddr_in to = {.port = sock->__sk_common.skc_dport, .address = sock->__sk_common.skc_daddr};
    void *name = message->msg_name;
    if (name) bpf_probe_read_kernel(&to, sizeof to, name);
    if (to.port == bpf_htons(DNS_PORT)) ship_question(message, 4, &to.address, 4);
    return 0;
}

/* The kernel hands a message to an IPv4 address on to udp_sendmsg. */
SEC("fentry/udpv6_sendmsg")
int BPF_PROG(before_datagram6, struct sock *sock, struct msghdr *message) {
    struct sockaddr_in6 to = {.port = sock->__sk_common.skc_dport};
    copy_address(to.address, &sock->__sk_common.skc_v6_daddr, 16);
    void *name = message->msg_name;
    if (name) bpf_probe_read_kernel(&to, sizeof to, name);
    if (to.port != bpf_htons(DNS_PORT) || (name && to.family == AF_INET)) return 0;
    if (!is_mapped((struct in6_addr *)to.address)) ship_question(message, 6, to.address, 16);
    return 0;
}
