/* What the programs of the catalogue share. Each performs the act that its argument names, in this one
   process; without an argument it performs its acts in turn, each in a process of its own. */
#ifndef TSURUTUS_ACTS_H
#define TSURUTUS_ACTS_H

#include <windows.h>

#include "../files.h"
#include "../guard.h"

/* An act that fails ends what it started and its process; the exit code is the line that failed. */
#define NEED(done) do { if (!(done)) fail(__LINE__); } while (0)

#define FOLDER "C:\\acts\\"

/* A name that begins with "as-" is no act: it is the part that a child plays in another's act. */
struct act {
    const char *name;
    void (*perform)(void);
};

/* The table ends with an act without a name. Answers the exit code of the program. */
int perform_acts(int count, char **arguments, const struct act *acts);

void fail(UINT line) __attribute__((noreturn));

/* Starts a command line; the caller closes both handles. */
PROCESS_INFORMATION start(const char *command_line, DWORD flags);

/* Starts this very program, in order to play a part. */
PROCESS_INFORMATION start_part(const char *part, DWORD flags);

/* Waits until a process ends and closes its handles; answers its exit code. */
DWORD end_of(PROCESS_INFORMATION *process);

/* Both in one, for a child that must succeed. */
void run(const char *command_line);
void run_part(const char *part);

/* Writes a whole text. */
void put(const char *path, const char *text);

#endif
