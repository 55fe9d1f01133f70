package org.tsurutus.disk.mapper;

import java.nio.file.Path;
import java.util.Optional;
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
    private static final int METADATA_BLOCK = 4096;

    /// Linux' `thin-provisioning.rst` advises 48 bytes of metadata for each block of data. Twice
    /// that, because what a transaction replaces is only free when it is committed.
    private static final int BYTES_PER_MAPPING = 2 * 48;

    private static final PoolStatus FAILED =
            new PoolStatus(0, 0, 0, 0, 0, OptionalLong.empty(), PoolMode.FAILED, true);

    /// Bytes that new blocks may still take, whichever ends first: room for them, or for the
    /// mappings that say where they are.
    public long freeBytes() {
        long data = (totalData - usedData) * ThinPool.BLOCK;
        long metadata = (totalMetadata - usedMetadata) * METADATA_BLOCK;
        return Math.min(data, metadata / BYTES_PER_MAPPING * ThinPool.BLOCK);
    }

    /// Whether nothing may be written until the metadata was checked, and repaired if need be.
    public boolean needsRepair() {
        return needsCheck || mode == PoolMode.READ_ONLY || mode == PoolMode.FAILED;
    }

    /// What keeps the pool from taking every write, in one sentence with what to do; empty if
    /// nothing does.
    ///
    /// @param pool its name
    /// @param metadata its metadata device
    public Optional<String> trouble(String pool, Path metadata) {
        String repair =
                "; deactivate it (dmsetup remove "
                        + pool
                        + "), have thin_repair write "
                        + metadata
                        + " to another device, a larger one if it is full, let thin_check"
                        + " --clear-needs-check-flag look at that, and name it as the metadata from"
                        + " then on";
        if (mode == PoolMode.FAILED) {
            return Optional.of("the pool " + pool + " has failed" + repair);
        }
        if (needsRepair()) {
            return Optional.of(
                    "the pool "
                            + pool
                            + " may only be read, because its metadata is full or could not be"
                            + " written ("
                            + usedMetadata
                            + " of "
                            + totalMetadata
                            + " blocks are used)"
                            + repair);
        }
        return mode == PoolMode.OUT_OF_DATA_SPACE
                ? Optional.of(
                        "the pool "
                                + pool
                                + " is full and fails writes that need a new block; roll disks back"
                                + " or delete some")
                : Optional.empty();
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
