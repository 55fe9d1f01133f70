/*
 * What the kernel programs know of the kernel: of each structure only the fields in use. Where these are in the
 * running kernel is found when the programs are loaded.
 */
#define KERNEL __attribute__((preserve_access_index))

struct super_block { __u32 s_dev; unsigned long s_magic; } KERNEL;
struct task_struct { int tgid; struct task_struct *real_parent; } KERNEL;
struct inode { __u16 i_mode; __u32 i_rdev; struct super_block *i_sb; unsigned long i_ino; } KERNEL;
struct file { struct inode *f_inode; unsigned f_mode; void *private_data; } KERNEL;
struct in6_addr { __u8 bytes[16]; };
struct sock_common {
    __u32 skc_daddr, skc_rcv_saddr;
    __u16 skc_dport, skc_num, skc_family;
    struct in6_addr skc_v6_daddr, skc_v6_rcv_saddr;
} KERNEL;
struct socket;
struct sock { struct sock_common __sk_common; __u16 sk_protocol; struct socket *sk_socket; } KERNEL;
struct socket { struct file *file; struct sock *sk; } KERNEL;
struct iovec { void *iov_base; unsigned long iov_len; };
struct iov_iter { __u8 iter_type; unsigned long count; struct iovec *iov; void *ubuf; unsigned long nr_segs; } KERNEL;
struct msghdr { void *msg_name; struct iov_iter msg_iter; } KERNEL;
enum iter_type { ITER_IOVEC, ITER_UBUF = 6 };
struct page;
struct pipe_inode_info;

struct sockaddr_in { __u16 family, port; __u32 address; };
struct sockaddr_in6 { __u16 family, port; __u32 flow; __u8 address[16]; };

enum { FMODE_WRITE = 2 };
enum { S_IFMT = 0170000, S_IFSOCK = 0140000, S_IFREG = 0100000, S_IFBLK = 0060000 };
enum { AF_INET = 2, AF_INET6 = 10, IPPROTO_TCP = 6, MSG_PEEK = 2, TCP_ESTABLISHED = 1, TCP_SYN_SENT = 2, TCP_SYN_RECV = 3 };

/* The file system of other PCs' shares. */
enum : unsigned long { CIFS_MAGIC = 0xff534d42, SMB2_MAGIC = 0xfe534d42 };
