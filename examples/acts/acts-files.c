/* Making, changing, renaming and removing files and folders. */
#include <stdio.h>

#include "acts.h"

#define MANY 2000
#define MEGABYTE (1024 * 1024)
#define LARGE_MEGABYTES 100

static HANDLE open_file(const char *path, DWORD access, DWORD creation)
{
    HANDLE file = CreateFileA(path, access, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL, creation,
                              FILE_ATTRIBUTE_NORMAL, NULL);
    NEED(file != INVALID_HANDLE_VALUE);
    return file;
}

static void write_text(HANDLE file, const char *text)
{
    DWORD written, length = lstrlenA(text);
    NEED(WriteFile(file, text, length, &written, NULL) && written == length);
}

static void create(void)
{
    put(FOLDER "create.txt", "created");
}

static void create_empty(void)
{
    put(FOLDER "empty.txt", "");
}

static void overwrite(void)
{
    put(FOLDER "overwrite.txt", "first");
    put(FOLDER "overwrite.txt", "and second");
}

static void same_bytes_twice(void)
{
    put(FOLDER "same.txt", "same");
    put(FOLDER "same.txt", "same");
}

static void append(void)
{
    put(FOLDER "append.txt", "begin");
    HANDLE file = open_file(FOLDER "append.txt", FILE_APPEND_DATA, OPEN_EXISTING);
    write_text(file, " and end");
    CloseHandle(file);
}

static void rename_file(void)
{
    put(FOLDER "rename.txt", "renamed");
    NEED(MoveFileA(FOLDER "rename.txt", FOLDER "renamed.dat"));
}

static void rename_over(void)
{
    put(FOLDER "over-old.txt", "old");
    put(FOLDER "over-new.txt", "new one");
    NEED(MoveFileExA(FOLDER "over-new.txt", FOLDER "over-old.txt", MOVEFILE_REPLACE_EXISTING));
}

static void copy(void)
{
    put(FOLDER "copy.txt", "to be copied");
    NEED(CopyFileA(FOLDER "copy.txt", FOLDER "copied.txt", TRUE));
}

static void copy_over(void)
{
    put(FOLDER "copy-over.txt", "the new");
    put(FOLDER "copied-over.txt", "the older one");
    NEED(CopyFileA(FOLDER "copy-over.txt", FOLDER "copied-over.txt", FALSE));
}

static void move_across(void)
{
    NEED(CreateDirectoryA(FOLDER "other", NULL));
    put(FOLDER "move.txt", "moved");
    NEED(MoveFileA(FOLDER "move.txt", FOLDER "other\\moved.txt"));
}

static void delete_file(void)
{
    put(FOLDER "delete.txt", "deleted");
    NEED(DeleteFileA(FOLDER "delete.txt"));
}

static void delete_on_close(void)
{
    HANDLE file = CreateFileA(FOLDER "on-close.txt", GENERIC_WRITE | DELETE, 0, NULL, CREATE_NEW,
                              FILE_FLAG_DELETE_ON_CLOSE, NULL);
    NEED(file != INVALID_HANDLE_VALUE);
    write_text(file, "gone at once");
    CloseHandle(file);
}

static void vanish(void)
{
    put(FOLDER "vanish.txt", "seen for a moment");
    Sleep(300);
    NEED(DeleteFileA(FOLDER "vanish.txt"));
}

static void hide(void)
{
    put(FOLDER "hide.txt", "hidden");
    NEED(SetFileAttributesA(FOLDER "hide.txt", FILE_ATTRIBUTE_HIDDEN));
}

static void read_only(void)
{
    put(FOLDER "read-only.txt", "kept");
    NEED(SetFileAttributesA(FOLDER "read-only.txt", FILE_ATTRIBUTE_READONLY));
}

static void set_time(void)
{
    FILETIME old = { .dwLowDateTime = 0, .dwHighDateTime = 0x01c00000 };
    put(FOLDER "old.txt", "older than it is");
    HANDLE file = open_file(FOLDER "old.txt", FILE_WRITE_ATTRIBUTES, OPEN_EXISTING);
    NEED(SetFileTime(file, &old, &old, &old));
    CloseHandle(file);
}

static void folder(void)
{
    NEED(CreateDirectoryA(FOLDER "folder", NULL));
    NEED(MoveFileA(FOLDER "folder", FOLDER "renamed folder"));
    NEED(RemoveDirectoryA(FOLDER "renamed folder"));
}

static void short_name(void)
{
    char path[MAX_PATH];
    put(FOLDER "a rather long name.text", "long");
    NEED(GetShortPathNameA(FOLDER "a rather long name.text", path, sizeof path));
    NEED(lstrcmpA(path, FOLDER "a rather long name.text"));
    put(path, "by its short name");
}

static void dotted_path(void)
{
    put("C:\\acts\\..\\acts\\.\\dotted.txt", "dotted");
}

static void forward_slashes(void)
{
    put("C:/acts/slashes.txt", "slashes");
}

static void extended_path(void)
{
    put("\\\\?\\C:\\acts\\extended.txt", "extended");
}

static void mixed_case(void)
{
    put(FOLDER "case.txt", "lower");
    put("c:\\ACTS\\CASE.TXT", "and upper");
}

static void relative_path(void)
{
    NEED(SetCurrentDirectoryA(FOLDER));
    put("relative.txt", "relative");
}

static void mapped_write(void)
{
    HANDLE file = open_file(FOLDER "mapped.bin", GENERIC_READ | GENERIC_WRITE, CREATE_NEW);
    HANDLE mapping = CreateFileMappingA(file, NULL, PAGE_READWRITE, 0, 4096, NULL);
    NEED(mapping);
    char *view = MapViewOfFile(mapping, FILE_MAP_WRITE, 0, 0, 0);
    NEED(view);
    FillMemory(view, 4096, 'M');
    NEED(FlushViewOfFile(view, 0));
    UnmapViewOfFile(view);
    CloseHandle(mapping);
    CloseHandle(file);
}

/* Bytes of a view reach the file although its own handle was closed long ago. */
static void mapped_after_close(void)
{
    HANDLE file = open_file(FOLDER "mapped-late.bin", GENERIC_READ | GENERIC_WRITE, CREATE_NEW);
    HANDLE mapping = CreateFileMappingA(file, NULL, PAGE_READWRITE, 0, 4096, NULL);
    NEED(mapping);
    char *view = MapViewOfFile(mapping, FILE_MAP_WRITE, 0, 0, 0);
    NEED(view);
    CloseHandle(file);
    CloseHandle(mapping);
    FillMemory(view, 4096, 'L');
    UnmapViewOfFile(view);
}

static void large(void)
{
    static char megabyte[MEGABYTE];
    DWORD written;
    HANDLE file = open_file(FOLDER "large.bin", GENERIC_WRITE, CREATE_NEW);
    FillMemory(megabyte, MEGABYTE, 'L');
    for (int i = 0; i < LARGE_MEGABYTES; i++)
        NEED(WriteFile(file, megabyte, MEGABYTE, &written, NULL) && written == MEGABYTE);
    CloseHandle(file);
}

/* What an encryptor does to a folder of documents, without any encryption: constant bytes. */
static void lock_many(void)
{
    char path[MAX_PATH], locked[MAX_PATH];
    NEED(CreateDirectoryA(FOLDER "documents", NULL));
    for (int i = 0; i < MANY; i++) {
        snprintf(path, sizeof path, FOLDER "documents\\%04d.txt", i);
        put(path, "document");
    }
    for (int i = 0; i < MANY; i++) {
        snprintf(path, sizeof path, FOLDER "documents\\%04d.txt", i);
        snprintf(locked, sizeof locked, "%s.locked", path);
        HANDLE file = open_file(path, GENERIC_READ | GENERIC_WRITE, OPEN_EXISTING);
        write_text(file, "XXXXXXXX");
        CloseHandle(file);
        NEED(MoveFileA(path, locked));
    }
}

static void hard_link(void)
{
    put(FOLDER "linked.txt", "one file");
    NEED(CreateHardLinkA(FOLDER "second name.txt", FOLDER "linked.txt", NULL));
}

static void temporary(void)
{
    char path[MAX_PATH];
    NEED(GetTempFileNameA("C:\\acts", "tsu", 0, path));
    put(path, "temporary");
    NEED(DeleteFileA(path));
}

/* Where the file system has no streams, the attempt is all there is. */
static void stream(void)
{
    DWORD written;
    put(FOLDER "stream.txt", "seen");
    HANDLE file = CreateFileA(FOLDER "stream.txt:hidden", GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0,
                              NULL);
    if (file == INVALID_HANDLE_VALUE)
        return;
    NEED(WriteFile(file, "unseen", 6, &written, NULL));
    CloseHandle(file);
}

static void truncate(void)
{
    put(FOLDER "truncate.txt", "much too long");
    HANDLE file = open_file(FOLDER "truncate.txt", GENERIC_WRITE, OPEN_EXISTING);
    NEED(SetFilePointer(file, 4, NULL, FILE_BEGIN) == 4 && SetEndOfFile(file));
    CloseHandle(file);
}

static void read_and_write(void)
{
    static char bytes[1000];
    DWORD count;
    FillMemory(bytes, sizeof bytes, 'R');
    NEED(write_file(FOLDER "partial.bin", bytes, sizeof bytes));
    HANDLE file = open_file(FOLDER "partial.bin", GENERIC_READ | GENERIC_WRITE, OPEN_EXISTING);
    NEED(ReadFile(file, bytes, 300, &count, NULL) && count == 300);
    write_text(file, "five!");
    CloseHandle(file);
}

static void read_only_open(void)
{
    char bytes[4];
    DWORD count;
    put(FOLDER "read.txt", "to be read");
    HANDLE file = open_file(FOLDER "read.txt", GENERIC_READ, OPEN_EXISTING);
    NEED(ReadFile(file, bytes, sizeof bytes, &count, NULL) && count == sizeof bytes);
    CloseHandle(file);
}

static void opened_for_nothing(void)
{
    put(FOLDER "untouched.txt", "untouched");
    CloseHandle(open_file(FOLDER "untouched.txt", GENERIC_WRITE, OPEN_EXISTING));
}

static void overlapped_write(void)
{
    OVERLAPPED place = { .Offset = 10 };
    DWORD written;
    HANDLE file = CreateFileA(FOLDER "overlapped.bin", GENERIC_WRITE, 0, NULL, CREATE_NEW,
                              FILE_FLAG_OVERLAPPED, NULL);
    NEED(file != INVALID_HANDLE_VALUE);
    NEED(WriteFile(file, "tail", 4, NULL, &place) || GetLastError() == ERROR_IO_PENDING);
    NEED(GetOverlappedResult(file, &place, &written, TRUE) && written == 4);
    CloseHandle(file);
}

static void as_self_deleter(void)
{
    start("cmd.exe /c for /l %i in (1,1,200) do "
          "@if exist C:\\acts\\self.exe del C:\\acts\\self.exe 2>nul", 0);
}

static void self_deletion(void)
{
    NEED(CopyFileA(FOLDER "acts-files.exe", FOLDER "self.exe", TRUE));
    run(FOLDER "self.exe as-self-deleter");
    for (int i = 0; i < 100 && GetFileAttributesA(FOLDER "self.exe") != INVALID_FILE_ATTRIBUTES; i++)
        Sleep(100);
    NEED(GetFileAttributesA(FOLDER "self.exe") == INVALID_FILE_ATTRIBUTES);
}

static void as_dropped(void) {}

static void drop_and_start(void)
{
    static char program[MEGABYTE];
    DWORD length;
    HANDLE file = open_file(FOLDER "acts-files.exe", GENERIC_READ, OPEN_EXISTING);
    NEED(ReadFile(file, program, sizeof program, &length, NULL));
    CloseHandle(file);
    NEED(write_file(FOLDER "dropped.exe", program, length));
    run(FOLDER "dropped.exe as-dropped");
}

static void japanese_name(void)
{
    DWORD written;
    HANDLE file = CreateFileW(L"C:\\acts\\\x8868\x793a\x30bd.txt", GENERIC_WRITE, 0, NULL, CREATE_NEW,
                              0, NULL);
    NEED(file != INVALID_HANDLE_VALUE && WriteFile(file, "name", 4, &written, NULL));
    CloseHandle(file);
}

static void long_name(void)
{
    char path[MAX_PATH] = FOLDER;
    int length = lstrlenA(path);
    FillMemory(path + length, 200, 'n');
    put(path, "long name");
}

static const struct act acts[] = {
    { "create", create },
    { "create-empty", create_empty },
    { "overwrite", overwrite },
    { "same-bytes-twice", same_bytes_twice },
    { "append", append },
    { "rename", rename_file },
    { "rename-over", rename_over },
    { "copy", copy },
    { "copy-over", copy_over },
    { "move-across", move_across },
    { "delete", delete_file },
    { "delete-on-close", delete_on_close },
    { "vanish", vanish },
    { "hide", hide },
    { "read-only", read_only },
    { "set-time", set_time },
    { "folder", folder },
    { "short-name", short_name },
    { "dotted-path", dotted_path },
    { "forward-slashes", forward_slashes },
    { "extended-path", extended_path },
    { "mixed-case", mixed_case },
    { "relative-path", relative_path },
    { "mapped-write", mapped_write },
    { "mapped-after-close", mapped_after_close },
    { "large", large },
    { "lock-many", lock_many },
    { "hard-link", hard_link },
    { "temporary", temporary },
    { "stream", stream },
    { "truncate", truncate },
    { "read-and-write", read_and_write },
    { "read-only-open", read_only_open },
    { "opened-for-nothing", opened_for_nothing },
    { "overlapped-write", overlapped_write },
    { "self-deletion", self_deletion },
    { "drop-and-start", drop_and_start },
    { "japanese-name", japanese_name },
    { "long-name", long_name },
    { "as-self-deleter", as_self_deleter },
    { "as-dropped", as_dropped },
    { NULL, NULL },
};

int main(int count, char **arguments)
{
    return perform_acts(count, arguments, acts);
}
