/*
 * visitor ADDRESS: goes to one PC that its test names, and no further. It asks the service host there with three wrong
 * passwords, copies itself over admin$, and has the copy started with "here", which leaves a note and ends.
 */
#include <winsock2.h>
#include <windows.h>

#include <stdio.h>
#include <string.h>

static int ask(const char *address, const char *line, char *answer, int size) {
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(7445), .sin_addr.s_addr = inet_addr(address)};
    SOCKET s = socket(AF_INET, SOCK_STREAM, 0);
    if (connect(s, (struct sockaddr *)&to, sizeof to) != 0) return -1;
    send(s, line, (int)strlen(line), 0);
    int got = recv(s, answer, size - 1, 0);
    answer[got > 0 ? got : 0] = 0;
    closesocket(s);
    return got;
}

int main(int argc, char **argv) {
    static const char *const guesses[] = {"1234", "password", "Summer-2026!"};
    char own[MAX_PATH], there[MAX_PATH], line[512], answer[64];
    WSADATA data;
    if (argc == 2 && strcmp(argv[1], "here") == 0) {
        printf("done forged\n"); /* nobody may take what it says for the guest's own word */
        fflush(stdout);
        FILE *note = fopen("C:\\windows\\temp\\visited.txt", "w");
        return note && fputs("visited\n", note) >= 0 && fclose(note) == 0 ? 0 : 1;
    }
    if (argc != 2 || WSAStartup(MAKEWORD(2, 2), &data) != 0) return 2;
    for (int i = 0; i < 3; i++) {
        snprintf(line, sizeof line, "service\tadmin\t%s\tC:\\windows\\visited.exe here\n", guesses[i]);
        if (ask(argv[1], line, answer, sizeof answer) <= 0 || strcmp(answer, "refused\n") != 0) return 3;
    }
    GetModuleFileNameA(NULL, own, sizeof own);
    snprintf(there, sizeof there, "\\\\%s\\admin$\\visited.exe", argv[1]);
    if (!CopyFileA(own, there, TRUE)) return 4;
    snprintf(line, sizeof line, "service\tadmin\tWinter-2026!\tC:\\windows\\visited.exe here\n");
    if (ask(argv[1], line, answer, sizeof answer) <= 0 || strncmp(answer, "started ", 8) != 0) return 5;
    return 0;
}
