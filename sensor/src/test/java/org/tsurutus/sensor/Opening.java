package org.tsurutus.sensor;

import java.util.Locale;

/// How a program opens a file, as the wineserver and the kernel see it.
///
/// @param path `C:\...`, a device's name, or a name relative to `root`
/// @param handle what the program gets; the server's descriptor is the same unless told otherwise
/// @param flags `O_…`
/// @param mode `S_…`
/// @param made whether the file is new
/// @param disposition `FILE_…`
/// @param attributes `OBJ_…`
record Opening(
        String path,
        int handle,
        int descriptor,
        int flags,
        int mode,
        boolean made,
        int disposition,
        int attributes,
        int root,
        long inode) {
    private static final int REGULAR = 0100644;
    private static final int DIRECTORY = 0040755;
    private static final int BLOCK_DEVICE = 0060660;
    private static final int READ_ONLY = 0;
    private static final int READ_WRITE = 2;
    private static final int OPEN = 1;
    private static final int OVERWRITE_IF = 5;
    private static final int INHERIT = 2;

    static Opening reading(String path, int handle) {
        return of(path, handle, READ_ONLY, REGULAR);
    }

    static Opening writing(String path, int handle) {
        return of(path, handle, READ_WRITE, REGULAR);
    }

    static Opening directory(String path, int handle) {
        return of(path, handle, READ_ONLY, DIRECTORY);
    }

    static Opening disk(String path, int handle) {
        return of(path, handle, READ_WRITE, BLOCK_DEVICE);
    }

    private static Opening of(String path, int handle, int flags, int mode) {
        long inode = path.toLowerCase(Locale.ROOT).hashCode();
        return new Opening(path, handle, handle, flags, mode, false, OPEN, 0, 0, inode);
    }

    /// The file was not there before.
    Opening making() {
        return new Opening(
                path, handle, descriptor, flags, mode, true, disposition, attributes, root, inode);
    }

    Opening overwriting() {
        return new Opening(
                path, handle, descriptor, flags, mode, made, OVERWRITE_IF, attributes, root, inode);
    }

    Opening inheritable() {
        return new Opening(
                path, handle, descriptor, flags, mode, made, disposition, INHERIT, root, inode);
    }

    Opening relativeTo(int directory) {
        return new Opening(
                path,
                handle,
                descriptor,
                flags,
                mode,
                made,
                disposition,
                attributes,
                directory,
                inode);
    }

    Opening withDescriptor(int number) {
        return new Opening(
                path, handle, number, flags, mode, made, disposition, attributes, root, inode);
    }

    Opening withInode(long number) {
        return new Opening(
                path, handle, descriptor, flags, mode, made, disposition, attributes, root, number);
    }

    boolean isDirectory() {
        return mode == DIRECTORY;
    }

    String ntPath() {
        return root == 0 ? "\\??\\" + path : path;
    }

    /// As the server names it.
    String unixName() {
        if (root != 0) {
            return "./" + path.replace('\\', '/');
        }
        return path.startsWith("C:")
                ? "/wine/dosdevices/c:" + path.substring(2).replace('\\', '/')
                : "/wine/dosdevices/" + path.toLowerCase(Locale.ROOT);
    }
}
