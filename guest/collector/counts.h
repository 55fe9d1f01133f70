/* The kernel programs: bytes read and written through each open file, connections, questions to name servers
 * and writes to raw disks. */

/* Starts them for the file system of `root`; where that fails, a note says why and the rest works without. */
void counts_start(const char *root);

/* Says whose closes are to be reported. */
void counts_server(unsigned pid);

/* Says who serves shares. */
void counts_shares(unsigned pid);

/* Readable when there is something to drain; -1 where nothing is counted. */
int counts_ready(void);

void drain_counts(void);
