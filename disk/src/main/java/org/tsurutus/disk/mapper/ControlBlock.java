package org.tsurutus.disk.mapper;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.tsurutus.disk.DiskException;

/// One request to the device mapper and, in the same memory, its answer: a `struct dm_ioctl`
/// followed by data.
///
/// All numbers are little-endian: the kernel's own order on every host that PCs run on.
final class ControlBlock {
    /// Bytes of the structure; data starts behind it.
    static final int HEADER = 312;

    static final int READ_ONLY = 1;
    static final int SUSPEND = 1 << 1;
    static final int TABLE_WANTED = 1 << 4;
    static final int ACTIVE = 1 << 5;
    static final int INACTIVE = 1 << 6;
    static final int BUFFER_FULL = 1 << 8;

    private static final int MAJOR_VERSION = 4;
    private static final int DATA_SIZE = 12;
    private static final int DATA_START = 16;
    private static final int TARGET_COUNT = 20;
    private static final int OPEN_COUNT = 24;
    private static final int FLAGS = 28;
    private static final int DEVICE = 40;
    private static final int NAME = 48;
    private static final int MOST_NAME = 127;

    private final ByteBuffer bytes;

    /// @param room for data, in bytes
    ControlBlock(String name, int flags, int room) {
        bytes = ByteBuffer.allocateDirect(HEADER + room).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(0, MAJOR_VERSION);
        bytes.putInt(DATA_SIZE, HEADER + room);
        bytes.putInt(DATA_START, HEADER);
        bytes.putInt(FLAGS, flags);
        byte[] letters = name.getBytes(StandardCharsets.US_ASCII);
        if (letters.length > MOST_NAME) {
            throw new DiskException(
                    "the device name " + name + " is longer than 127 bytes; choose a shorter one");
        }
        bytes.put(NAME, letters);
    }

    /// Puts data behind the header.
    ///
    /// @param targets how many target lines it holds
    ControlBlock with(byte[] data, int targets) {
        bytes.putInt(TARGET_COUNT, targets);
        bytes.put(HEADER, data);
        return this;
    }

    MemorySegment memory() {
        return MemorySegment.ofBuffer(bytes);
    }

    /// Major, minor and patch level.
    String version() {
        return bytes.getInt(0) + "." + bytes.getInt(4) + "." + bytes.getInt(8);
    }

    boolean has(int flag) {
        return (bytes.getInt(FLAGS) & flag) != 0;
    }

    int openCount() {
        return bytes.getInt(OPEN_COUNT);
    }

    int targetCount() {
        return bytes.getInt(TARGET_COUNT);
    }

    /// The device number as `stat` has it.
    long device() {
        return bytes.getLong(DEVICE);
    }

    /// What stands behind the header, bounded by what the kernel says that it wrote.
    ByteBuffer data() {
        int start = Math.clamp(bytes.getInt(DATA_START), HEADER, bytes.capacity());
        int end = Math.clamp(bytes.getInt(DATA_SIZE), start, bytes.capacity());
        return bytes.slice(start, end - start).order(ByteOrder.LITTLE_ENDIAN);
    }
}
