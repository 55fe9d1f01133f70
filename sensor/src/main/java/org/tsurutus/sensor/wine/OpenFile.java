package org.tsurutus.sensor.wine;

/// One opening of a file: what `create_file` made and what all handles duplicated or inherited from
/// that one share. It is released when its last handle is closed.
public final class OpenFile implements HandleTarget {
    private static final int GENERIC_WRITE = 0x40000000;
    private static final int GENERIC_ALL = 0x10000000;
    private static final int WRITE_DATA = 0x2;
    private static final int APPEND_DATA = 0x4;
    private static final int WRITE_EXTENDED_ATTRIBUTES = 0x10;
    private static final int WRITE_ATTRIBUTES = 0x100;
    private static final int WRITES =
            GENERIC_WRITE
                    | GENERIC_ALL
                    | WRITE_DATA
                    | APPEND_DATA
                    | WRITE_EXTENDED_ATTRIBUTES
                    | WRITE_ATTRIBUTES;
    private static final int OPTION_DIRECTORY = 0x1;
    private static final int OPTION_DELETE_ON_CLOSE = 0x1000;
    private static final int OPEN_EXISTING = 1;
    private static final int OVERWRITE_EXISTING = 4;

    private final int access;
    private final int disposition;
    private String ntPath;
    private String unixPath;
    private boolean directory;
    private boolean deleteOnClose;
    private boolean created;
    private boolean closeSeen;
    private final int names;
    private int handles;

    OpenFile(String ntPath, String unixPath, int access, int options, int disposition) {
        this.ntPath = ntPath;
        this.unixPath = unixPath;
        this.access = access;
        this.disposition = disposition;
        this.names = ntPath.length() + unixPath.length();
        this.directory = (options & OPTION_DIRECTORY) != 0;
        this.deleteOnClose = (options & OPTION_DELETE_ON_CLOSE) != 0;
    }

    /// The NT path as the caller named it, `\??\C:\...`, empty when it is not known.
    public String ntPath() {
        return ntPath;
    }

    /// The unix path as the server opened it, without a symbolic link to the drive.
    public String unixPath() {
        return unixPath;
    }

    /// Whether the unix file is open for writing, so that the kernel will report its close. The
    /// server needs that even to change no more than attributes.
    public boolean writes() {
        return (access & WRITES) != 0 && !directory;
    }

    /// Whether the call may have made the file.
    public boolean mayCreate() {
        return disposition != OPEN_EXISTING && disposition != OVERWRITE_EXISTING;
    }

    /// Whether this is known to be a directory.
    public boolean directory() {
        return directory;
    }

    /// Whether the file goes when it is released.
    public boolean deleteOnClose() {
        return deleteOnClose;
    }

    /// Whether this opening made the file.
    public boolean created() {
        return created;
    }

    /// Notes that the kernel reported the file as new.
    public void markCreated() {
        created = true;
    }

    /// Whether the kernel's close was already taken as this opening's.
    public boolean closeSeen() {
        return closeSeen;
    }

    /// Notes that the kernel's close was taken as this opening's.
    public void markCloseSeen() {
        closeSeen = true;
    }

    /// Follows a move of the unix file.
    public void moveUnix(String path) {
        unixPath = path;
    }

    @Override
    public int characters() {
        return names;
    }

    void moveNt(String path) {
        ntPath = path;
    }

    void deleteOnClose(boolean delete) {
        deleteOnClose = delete;
    }

    void markDirectory() {
        directory = true;
    }

    void retain() {
        handles++;
    }

    /// Gives one handle back and says whether it was the last.
    boolean release() {
        handles--;
        return handles == 0;
    }
}
