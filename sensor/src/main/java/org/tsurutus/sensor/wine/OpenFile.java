package org.tsurutus.sensor.wine;

import org.tsurutus.sensor.trace.TraceRecord;

/// One opening of a file or directory: what `create_file` made, and what all handles duplicated or
/// inherited from that one share.
public final class OpenFile implements HandleTarget {
    private static final int ACCESS_MODE = 3;
    private static final int KIND = 0170000;
    private static final int DIRECTORY = 0040000;
    private static final int BLOCK_DEVICE = 0060000;
    private static final int FILE_OVERWRITE = 4;
    private static final int FILE_OVERWRITE_IF = 5;
    private static final int FILE_SUPERSEDE = 0;

    private final WineProcess process;
    private final String ntPath;
    private final TraceRecord.Opened opened;
    private final int disposition;
    private final int names;
    private String unixPath;

    /// @param process who opened it
    /// @param ntPath as the caller named it, `\??\C:\...`, empty when it is not known
    /// @param unixPath as the kernel names it
    /// @param disposition `FILE_…`, what was to be done with a file that is there
    OpenFile(
            WineProcess process,
            String ntPath,
            String unixPath,
            TraceRecord.Opened opened,
            int disposition) {
        this.process = process;
        this.ntPath = ntPath;
        this.unixPath = unixPath;
        this.opened = opened;
        this.disposition = disposition;
        this.names = ntPath.length() + unixPath.length();
    }

    /// Who opened it.
    public WineProcess process() {
        return process;
    }

    /// The NT path as the caller named it, `\??\C:\...`, empty when it is not known.
    public String ntPath() {
        return ntPath;
    }

    /// The unix path, which follows when the file gets another name.
    public String unixPath() {
        return unixPath;
    }

    /// The guest's monotonic clock when it was opened, in nanoseconds.
    public long openedNanos() {
        return opened.nanos();
    }

    /// The file's number in its file system.
    public long inode() {
        return opened.inode();
    }

    /// Whether the unix file is open for writing, so that the kernel will report its close. The
    /// server needs that even to change no more than attributes.
    public boolean writes() {
        return (opened.flags() & ACCESS_MODE) != 0 && !directory() && !blockDevice();
    }

    /// Whether what the file held was thrown away.
    public boolean emptied() {
        return !directory()
                && (disposition == FILE_OVERWRITE
                        || disposition == FILE_OVERWRITE_IF
                        || disposition == FILE_SUPERSEDE);
    }

    /// Whether this is a directory.
    public boolean directory() {
        return (opened.mode() & KIND) == DIRECTORY;
    }

    /// Whether this is a disk.
    public boolean blockDevice() {
        return (opened.mode() & KIND) == BLOCK_DEVICE;
    }

    /// Whether the disk or file was opened for writing at all.
    public boolean forWriting() {
        return (opened.flags() & ACCESS_MODE) != 0;
    }

    /// Whether this opening made the file.
    public boolean created() {
        return opened.created();
    }

    @Override
    public int characters() {
        return names;
    }

    void moveUnix(String path) {
        unixPath = path;
    }
}
