/*
 * shares: makes \\SERVER\SHARE real. Wine looks such a path up in a folder, dosdevices/unc; here the kernel's autofs
 * asks, when a program first names a server or a share, and gets a folder for the server and a mount for the share. It
 * is made with the name and password that the desktop session holds at that moment.
 *
 *   shares FOLDER CREDENTIALS HOSTS < nothing, notes on stdout
 *
 * FOLDER       dosdevices/unc; nothing else is ever mounted over, and no name leads out of it
 * CREDENTIALS  a file of two lines, name and password; none: nobody is logged on
 * HOSTS        /etc/hosts, where servers' names stand
 *
 * "mounted DOOR PATH" goes to stdout; the share is handed out once the collector says, by making the folder
 * /run/watched/DEVICE, that it watches that mount. Until then it gets there by the door only, a file of /proc: at the
 * path it would wait for us. The packets are those of autofs protocol 5, which the kernel's
 * Documentation/filesystems/autofs.rst describes.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/auto_dev-ioctl.h>
#include <linux/auto_fs.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

enum { SERVERS = 64, TEXT = 512, WATCH_TRIES = 1000 };

/* The first asks for servers, each other one for the shares of its server. */
struct asker { int questions, folder; char path[TEXT], address[INET_ADDRSTRLEN]; };
static struct asker askers[1 + SERVERS];
static struct pollfd waiting[1 + SERVERS];
static int count, control;
static const char *credentials, *hosts;

static int is_name(const char *name, const char *also, size_t longest) {
    size_t length = strlen(name);
    for (const char *at = name; *at; at++)
        if (!isalnum((unsigned char)*at) && !strchr(also, *at)) return 0;
    return length > 0 && length <= longest && strcmp(name, ".") != 0 && strcmp(name, "..") != 0;
}

/* The address of a server, as digits or by the table of hosts, in any case of letters. */
static int find_address(const char *server, char *address) {
    struct in_addr digits;
    char line[TEXT], *rest, *word;
    int found = inet_pton(AF_INET, server, &digits) == 1;
    if (found) return snprintf(address, INET_ADDRSTRLEN, "%s", server) > 0;
    FILE *table = fopen(hosts, "re");
    while (table && !found && fgets(line, sizeof line, table)) {
        char *first = strtok_r(line, " \t\n", &rest);
        if (!first || inet_pton(AF_INET, first, &digits) != 1) continue;
        while (!found && (word = strtok_r(0, " \t\n", &rest))) found = strcasecmp(word, server) == 0;
        if (found) snprintf(address, INET_ADDRSTRLEN, "%s", first);
    }
    if (table) fclose(table);
    return found;
}

/* Has the kernel ask about a folder; answers 0 or why not. */
static int ask_about(const char *path, const char *address) {
    int ends[2];
    char options[TEXT];
    struct asker *asker = &askers[count];
    if (count > SERVERS) return ENFILE;
    if (pipe2(ends, O_CLOEXEC) != 0) return errno;
    snprintf(options, sizeof options, "fd=%d,pgrp=%d,minproto=5,maxproto=5,indirect", ends[1], getpgrp());
    if (mount("shares", path, "autofs", 0, options) != 0) return errno;
    close(ends[1]);
    asker->questions = ends[0];
    asker->folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    snprintf(asker->path, sizeof asker->path, "%s", path);
    snprintf(asker->address, sizeof asker->address, "%s", address);
    waiting[count++] = (struct pollfd){ends[0], POLLIN, 0};
    return 0;
}

/* Appends text to mount options, in which a comma is written twice. */
static void append(char *options, size_t size, const char *text) {
    size_t at = strlen(options);
    for (; *text && *text != '\n' && at + 3 < size; text++) {
        options[at++] = *text;
        if (*text == ',') options[at++] = ',';
    }
    options[at] = 0;
}

static void append_credentials(char *options, size_t size) {
    char name[TEXT] = "", password[TEXT] = "";
    FILE *file = fopen(credentials, "re");
    int known = file && fgets(name, sizeof name, file) && fgets(password, sizeof password, file);
    if (file) fclose(file);
    append(options, size, "");
    strcat(options, known ? ",username=" : ",sec=none");
    if (!known) return;
    append(options, size, name);
    strcat(options, ",password=");
    append(options, size, password);
}

/* The collector makes a folder when it watches the file system that is mounted here. */
static void await_watch(const char *path) {
    char mark[TEXT];
    struct stat st;
    int folder = open(path, O_PATH | O_DIRECTORY);
    if (folder < 0 || fstat(folder, &st) != 0) return;
    snprintf(mark, sizeof mark, "/run/watched/%u:%u", major(st.st_dev), minor(st.st_dev));
    dprintf(STDOUT_FILENO, "mounted /proc/%d/fd/%d %s\n", getpid(), folder, path);
    for (int i = 0; i < WATCH_TRIES && access(mark, F_OK) != 0; i++) usleep(2000);
}

static int mount_share(const struct asker *asker, const char *share, const char *path) {
    char source[TEXT], options[2 * TEXT + 512];
    if (!is_name(share, " _.$-", 80)) return ENOENT;
    if (mkdir(path, 0755) != 0 && errno != EEXIST) return errno;
    snprintf(source, sizeof source, "//%s/%s", asker->address, share);
    snprintf(options, sizeof options,
        "ip=%s,vers=3.1.1,port=445,uid=1000,gid=1000,forceuid,forcegid,file_mode=0755,dir_mode=0755,nocase,soft,"
        "noserverino,nobrl,nohandlecache,closetimeo=0,echo_interval=4,iocharset=utf8", asker->address);
    append_credentials(options, sizeof options);
    if (mount(source, path, "cifs", MS_NOSUID | MS_NODEV, options) == 0) {
        await_watch(path);
        return 0;
    }
    int error = errno;
    rmdir(path);
    return error;
}

static int make_server(const char *server, const char *path) {
    char address[INET_ADDRSTRLEN];
    if (!is_name(server, ".-", 64) || !find_address(server, address)) return ENOENT;
    if (mkdir(path, 0755) != 0) return errno;
    int error = ask_about(path, address);
    if (error) rmdir(path);
    return error;
}

/* Programs get the reason; that of a plain answer would always be that there is nothing. */
static void answer(const struct asker *asker, unsigned token, int error) {
    struct autofs_dev_ioctl word;
    init_autofs_dev_ioctl(&word);
    word.ioctlfd = asker->folder;
    if (error) word.fail = (struct args_fail){.token = token, .status = -error};
    else word.ready = (struct args_ready){.token = token};
    ioctl(control, error ? AUTOFS_DEV_IOCTL_FAIL : AUTOFS_DEV_IOCTL_READY, &word);
}

/* Making a server's folder is a matter of a moment; a share may keep us waiting. */
static void serve(const struct asker *asker) {
    struct autofs_v5_packet packet;
    char path[2 * TEXT];
    ssize_t got = read(asker->questions, &packet, sizeof packet);
    if (got < (ssize_t)sizeof packet.hdr || packet.hdr.type != autofs_ptype_missing_indirect) return;
    packet.name[NAME_MAX] = 0;
    snprintf(path, sizeof path, "%s/%s", asker->path, packet.name);
    if (asker == askers) {
        answer(asker, packet.wait_queue_token, make_server(packet.name, path));
    } else if (fork() == 0) {
        answer(asker, packet.wait_queue_token, mount_share(asker, packet.name, path));
        _exit(0);
    }
}

int main(int argc, char **argv) {
    if (argc != 4) { fprintf(stderr, "usage: shares FOLDER CREDENTIALS HOSTS\n"); return 2; }
    credentials = argv[2];
    hosts = argv[3];
    signal(SIGCHLD, SIG_IGN);
    setpgid(0, 0);
    mkdir("/run/watched", 0755);
    control = open("/dev/autofs", O_RDONLY | O_CLOEXEC);
    errno = control < 0 ? errno : ask_about(argv[1], "");
    if (errno) { perror("shares"); return 1; }
    for (;;) {
        if (poll(waiting, count, -1) < 0 && errno != EINTR) return 1;
        for (int i = 0, asked = count; i < asked; i++)
            if (waiting[i].revents & POLLIN) serve(&askers[i]);
    }
}
