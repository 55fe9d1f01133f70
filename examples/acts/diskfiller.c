/* Fills drive C to the last byte, sets a value while there is no room, and makes room again. */
#include "acts.h"

#define MEGABYTE (1024 * 1024)

static const char filler[] = "C:\\windows\\temp\\tsu-filler.bin";

/* Whoever watches the file may keep its room for a while after it is gone. */
static void wait_for_room(void)
{
    ULARGE_INTEGER room = { .QuadPart = 0 };
    for (int i = 0; i < 600 && room.QuadPart < MEGABYTE; i++) {
        Sleep(100);
        NEED(GetDiskFreeSpaceExA("C:\\", &room, NULL, NULL));
    }
}

int main(void)
{
    static char bytes[MEGABYTE];
    DWORD written;
    HKEY key;
    only_inside_the_lab();
    HANDLE file = CreateFileA(filler, GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL);
    NEED(file != INVALID_HANDLE_VALUE);
    for (DWORD length = MEGABYTE; length > 0;)
        if (!WriteFile(file, bytes, length, &written, NULL) || written == 0)
            length /= 2;
    NEED(!RegCreateKeyExA(HKEY_CURRENT_USER, "Software\\TsurutusFiller", 0, NULL, 0, KEY_ALL_ACCESS,
                          NULL, &key, NULL));
    NEED(!RegSetValueExA(key, "full", 0, REG_SZ, (const BYTE *)"full", 5));
    RegCloseKey(key);
    CloseHandle(file);
    NEED(DeleteFileA(filler));
    wait_for_room();
    put("C:\\windows\\temp\\tsu-room-again.txt", "room again");
    return 0;
}
