/* Writing whole files, shared by the examples. */
#ifndef TSURUTUS_FILES_H
#define TSURUTUS_FILES_H

#include <windows.h>

static inline BOOL write_file(const char *path, const void *bytes, DWORD length)
{
    DWORD written = 0;
    HANDLE file = CreateFileA(path, GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, FILE_ATTRIBUTE_NORMAL,
                              NULL);
    if (file == INVALID_HANDLE_VALUE)
        return FALSE;
    BOOL done = WriteFile(file, bytes, length, &written, NULL) && written == length;
    CloseHandle(file);
    return done;
}

#endif
