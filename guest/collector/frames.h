/* Frames on their way to the host: collected in a buffer, written to the port when it is full or flushed. */
#include <stddef.h>
#include <stdint.h>

#include "shared.h"

/* What is lost is said: an overflow of a fanotify queue, a name whose directory was gone when it was asked for,
 * an overflow of the kernel programs' ring, a file whose bytes could not be counted. */
enum lost { OVERFLOW = 1, NAMELESS, RECORDS, COUNTS };

/* The longest payload of a frame. */
enum { CHUNK = 1 << 16 };

void frames_open(const char *path);

/* Where the next frame's payload of up to CHUNK bytes may be made in place; good until the next frame. */
void *frame_room(void);

/* Ships what was made in frame_room(). */
void ship_room(enum frame_type type, uint32_t stream, size_t length);

/* Marks the next frame with MARK_… bits. */
void mark_next(uint8_t marks);

void ship(enum frame_type type, uint32_t stream, const void *payload, size_t length);
void ship_at(uint64_t nanos, enum frame_type type, const void *payload, size_t length);
void ship_note(const char *text);
void ship_lost(enum lost lost);
void flush_frames(void);

/* Ends the collector with errno's reason. */
_Noreturn void die(const char *what);
