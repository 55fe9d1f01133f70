#include "counts.h"

#include <bpf/libbpf.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "frames.h"

__asm__(".section .rodata\n"
        ".balign 8\n"
        "programs_start: .incbin \"counts.bpf.o\"\n"
        "programs_end:\n"
        ".previous\n");
extern const char programs_start[], programs_end[];

static struct shared *shared;
static struct ring_buffer *ring;

/* The name of a virtual disk, such as vdc, behind the kernel's number of a device; empty for other devices. */
static const char *disk_name(uint32_t device) {
    static char target[512];
    char path[64];
    snprintf(path, sizeof path, "/sys/dev/block/%u:%u", device >> 20, device & 0xfffff);
    ssize_t n = readlink(path, target, sizeof target - 1);
    target[n > 0 ? n : 0] = 0;
    const char *slash = strrchr(target, '/');
    return slash && strncmp(slash + 1, "vd", 2) == 0 ? slash + 1 : "";
}

static void ship_raw_write(uint64_t nanos, struct raw_write write) {
    const char *name = disk_name(write.device);
    size_t length = strlen(name);
    char payload[sizeof write + 512];
    if (length == 0) return;
    write.device = 0;
    memcpy(payload, &write, sizeof write);
    memcpy(payload + sizeof write, name, length);
    ship_at(nanos, RAW_WRITE, payload, sizeof write + length);
}

static int ship_record(void *context, void *bytes, size_t size) {
    (void)context;
    (void)size;
    struct record *record = bytes;
    void *payload = record + 1;
    if (record->type == RAW_WRITE) ship_raw_write(record->nanos, *(struct raw_write *)payload);
    else ship_at(record->nanos, record->type, payload, record->length);
    return 0;
}

/* Ships one frame if a counter of losses has grown. */
static void ship_losses(uint64_t now, uint64_t *before, enum lost lost) {
    if (now != *before) ship_lost(lost);
    *before = now;
}

void drain_counts(void) {
    static uint64_t records, counts;
    if (!ring) return;
    ring_buffer__consume(ring);
    ship_losses(shared->lost_records, &records, RECORDS);
    ship_losses(shared->lost_counts, &counts, COUNTS);
}

int counts_ready(void) {
    return ring ? ring_buffer__epoll_fd(ring) : -1;
}

/* The first word counts: whoever speaks later may be no init. */
void counts_server(unsigned pid) {
    if (shared && !shared->server) shared->server = pid;
}

void counts_shares(unsigned pid) {
    if (shared && !shared->shares) shared->shares = pid;
}

/* Answers the step that failed, with errno set, or 0. */
static const char *start(struct bpf_object *programs, const char *root) {
    struct stat st;
    struct bpf_program *program;
    if (stat(root, &st) != 0) return root;
    if (bpf_object__load(programs) != 0) return "loading";
    struct bpf_map *memory = bpf_object__find_map_by_name(programs, ".bss");
    struct bpf_map *records = bpf_object__find_map_by_name(programs, "records");
    if (!memory || !records) return "looking for the maps";
    void *mapped = mmap(0, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED, bpf_map__fd(memory), 0);
    if (mapped == MAP_FAILED) return "sharing memory";
    shared = mapped;
    shared->collector = getpid();
    shared->device = major(st.st_dev) << 20 | minor(st.st_dev);
    bpf_object__for_each_program(program, programs) {
        if (!bpf_program__attach(program)) return bpf_program__name(program);
    }
    ring = ring_buffer__new(bpf_map__fd(records), ship_record, 0, 0);
    return ring ? 0 : "opening the ring";
}

void counts_start(const char *root) {
    struct bpf_object *programs = bpf_object__open_mem(programs_start, programs_end - programs_start, 0);
    const char *failed = programs ? start(programs, root) : "opening";
    if (!failed) return;
    char note[128];
    snprintf(note, sizeof note, "no byte counts: %s: %s", failed, strerror(errno));
    ship_note(note);
    shared = 0;
    bpf_object__close(programs);
}
