package org.tsurutus.disk.mapper;

import java.util.OptionalLong;
import org.tsurutus.disk.DiskException;

/// How full and how well a thin pool is. Of a pool that failed nothing but that is known: its
/// numbers are zeros.
///
/// @param transaction the number that its owner counts changes with
/// @param usedMetadata blocks of 4 KiB
/// @param totalMetadata blocks of 4 KiB
/// @param usedData blocks of [ThinPool#BLOCK] bytes
/// @param totalData blocks of [ThinPool#BLOCK] bytes
/// @param heldRoot where the metadata snapshot lies that readers outside the kernel use, if one is
///   held
/// @param mode what the pool lets be done
/// @param needsCheck whether its metadata must be checked offline before it is written to again
public record PoolStatus(
        long transaction,
        long usedMetadata,
        long totalMetadata,
        long usedData,
        long totalData,
        OptionalLong heldRoot,
        PoolMode mode,
        boolean needsCheck) {
    private static final PoolStatus FAILED =
            new PoolStatus(0, 0, 0, 0, 0, OptionalLong.empty(), PoolMode.FAILED, true);

    /// Bytes that new blocks may still take.
    public long freeBytes() {
        return (totalData - usedData) * ThinPool.BLOCK;
    }

    /// Whether nothing may be written until the metadata was checked, and repaired if need be.
    public boolean needsRepair() {
        return needsCheck || mode == PoolMode.READ_ONLY || mode == PoolMode.FAILED;
    }

    /// Reads the kernel's status line of a `thin-pool`.
    ///
    /// @throws DiskException when it is none
    public static PoolStatus parse(String line) {
        if (line.startsWith("Fail") || line.startsWith("Error")) {
            return FAILED;
        }
        String[] words = line.strip().split(" +", -1);
        try {
            String[] metadata = words[1].split("/", 2);
            String[] data = words[2].split("/", 2);
            return new PoolStatus(
                    Long.parseLong(words[0]),
                    Long.parseLong(metadata[0]),
                    Long.parseLong(metadata[1]),
                    Long.parseLong(data[0]),
                    Long.parseLong(data[1]),
                    words[3].equals("-")
                            ? OptionalLong.empty()
                            : OptionalLong.of(Long.parseLong(words[3])),
                    mode(words[4]),
                    // Kernels before 3.19 do not say.
                    words.length > 7 && words[7].equals("needs_check"));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new DiskException("this is no status of a thin pool: " + line, e);
        }
    }

    private static PoolMode mode(String word) {
        return switch (word) {
            case "rw" -> PoolMode.READ_WRITE;
            case "ro" -> PoolMode.READ_ONLY;
            case "out_of_data_space" -> PoolMode.OUT_OF_DATA_SPACE;
            case String other ->
                    throw new DiskException("a thin pool's mode is unknown here: " + other);
        };
    }
}
