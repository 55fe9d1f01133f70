/* What happens to the files below the root, as fanotify reports it; see closes.c and names.c. */
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

enum { PATH_BYTES = 2 * 4096 };

/* The directory whose files are reported, and a descriptor of it; its whole file system is watched. */
extern char root[];
extern int root_fd;

void files_start(const char *path);

/* Each starts its queue and answers its descriptor; of a closed file at most `limit` bytes are shipped. */
int closes_start(uint64_t limit);
int names_start(void);
void drain_closes(void);
void drain_names(void);

/* Sees both the root itself and what lies below it, but not a name that only begins like it. */
int below_root(const char *path);

/* Sees what lies on other PCs' shares, which the folder dosdevices/unc beside the root leads to. */
int on_share(const char *path);

/* Has the closes on the share behind this file of /proc reported as well, and makes the folder that says so. */
void closes_share(const char *door);

/* Names the leader of the session of the server of this PC's shares; says whether a process belongs to it. */
void files_server(pid_t pid);
int by_server(pid_t pid);

/* The path behind an open descriptor; a file that is gone keeps its last name without the kernel's mark. */
int path_of(int fd, char *path, size_t size);
