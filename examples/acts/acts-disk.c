/* The lab's scratch disk, sector by sector. It holds nothing and is thrown away after the run. */
#include "acts.h"

#define SECTOR 512

static HANDLE disk(DWORD access)
{
    HANDLE opened = CreateFileA("\\\\.\\PhysicalDrive0", access, FILE_SHARE_READ | FILE_SHARE_WRITE,
                                NULL, OPEN_EXISTING, 0, NULL);
    NEED(opened != INVALID_HANDLE_VALUE);
    return opened;
}

static void write_sectors(HANDLE on, LONG lba, int sectors)
{
    static char bytes[3 * SECTOR];
    DWORD written, length = sectors * SECTOR;
    FillMemory(bytes, sizeof bytes, 'S');
    NEED(SetFilePointer(on, lba * SECTOR, NULL, FILE_BEGIN) == (DWORD)lba * SECTOR);
    NEED(WriteFile(on, bytes, length, &written, NULL) && written == length);
}

static void boot_sector(void)
{
    HANDLE opened = disk(GENERIC_READ | GENERIC_WRITE);
    write_sectors(opened, 0, 1);
    CloseHandle(opened);
}

static void sectors_apart(void)
{
    HANDLE opened = disk(GENERIC_WRITE);
    write_sectors(opened, 10, 1);
    write_sectors(opened, 100, 1);
    write_sectors(opened, 2048, 3);
    CloseHandle(opened);
}

static void read_sector(void)
{
    char bytes[SECTOR];
    DWORD count;
    HANDLE opened = disk(GENERIC_READ);
    NEED(ReadFile(opened, bytes, sizeof bytes, &count, NULL) && count == sizeof bytes);
    CloseHandle(opened);
}

/* Wine gives no volume away; where one is opened, nothing is written to it. */
static void volume(void)
{
    HANDLE opened = CreateFileA("\\\\.\\C:", GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL,
                                OPEN_EXISTING, 0, NULL);
    if (opened != INVALID_HANDLE_VALUE)
        CloseHandle(opened);
}

static const struct act acts[] = {
    { "boot-sector", boot_sector },
    { "sectors-apart", sectors_apart },
    { "read-sector", read_sector },
    { "volume", volume },
    { NULL, NULL },
};

int main(int count, char **arguments)
{
    return perform_acts(count, arguments, acts);
}
