package org.tsurutus.disk.mapper;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.tsurutus.disk.DiskException;

/// Block devices, whoever made them.
public final class BlockDevice {
    private static final long SIZE_IN_BYTES = 0x80081272L;
    private static final long FLUSH = 0x1261L;
    private static final int TYPE_MASK = 0xf000;
    private static final int TYPE = 0x6000;

    private BlockDevice() {}

    /// How many bytes the device holds.
    ///
    /// @throws MapperException when it cannot be opened or is none
    public static long size(Path device) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment size = arena.allocate(ValueLayout.JAVA_LONG);
            ask("BLKGETSIZE64", device, SIZE_IN_BYTES, size);
            return size.get(ValueLayout.JAVA_LONG, 0);
        }
    }

    /// Writes out what the host's cache holds of the device and forgets it, so that the next read
    /// sees what an export wrote below that cache.
    ///
    /// @throws MapperException when it cannot be opened or is none; needs root
    public static void flush(Path device, Actions actions) {
        actions.perform(
                "ioctl BLKFLSBUF " + device,
                () -> ask("BLKFLSBUF", device, FLUSH, MemorySegment.NULL));
    }

    /// The device's number, as tables of the device mapper name it.
    ///
    /// @throws DiskException when the path is no block device
    public static String majorMinor(Path device) {
        return MappedDevice.majorMinor(
                number(device)
                        .orElseThrow(() ->
                                new DiskException(
                                        device
                                                + " is no block device; name a disk, a partition or"
                                                + " a loop device")));
    }

    /// The device's number as `stat` has it; empty when the path is no block device.
    static OptionalLong number(Path device) {
        try {
            if (Files.exists(device)
                    && ((int) Files.getAttribute(device, "unix:mode") & TYPE_MASK) == TYPE) {
                return OptionalLong.of((long) Files.getAttribute(device, "unix:rdev"));
            }
            return OptionalLong.empty();
        } catch (IOException e) {
            throw new DiskException("cannot look at " + device + ": " + e, e);
        }
    }

    private static void ask(String call, Path device, long request, MemorySegment argument) {
        int descriptor = SystemCalls.open(device, SystemCalls.READ_ONLY);
        if (descriptor < 0) {
            throw new MapperException("cannot open " + device + " for " + call, -descriptor);
        }
        try {
            int result = SystemCalls.ioctl(descriptor, request, argument);
            if (result < 0) {
                throw new MapperException(call + " " + device, -result);
            }
        } finally {
            SystemCalls.close(descriptor);
        }
    }
}
