package org.tsurutus.disk.mapper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.Extent;

/// A pool of thin disks: a base and any number of snapshots of it, which share what nobody wrote.
/// Its cost follows what is written, not how large disks are.
///
/// Thin disks are known to the pool by number, 0 to 16777215, and become volumes of the group by
/// name while they are active. A full pool fails the writes that need a new block at once, instead
/// of keeping them waiting.
///
/// Every method may be called again after it was cut short at any point. What the kernel refuses is
/// a [MapperException]. Instances may be used by several threads, and by one process at a time.
public final class ThinPool {
    /// Bytes of the unit that is shared or not.
    public static final int BLOCK = 64 * 1024;

    private static final int SECTOR = 512;
    private static final int SUPERBLOCK = 4096;
    private static final int MOST_THINS = 1 << 24;

    private final VolumeGroup group;
    private final String name;
    private final Devices devices;
    private final ReentrantLock metadataSnapshot = new ReentrantLock();

    /// What a pool is made of.
    ///
    /// @param metadata block device of the mappings; 64 MiB hold about a terabyte of blocks
    /// @param data block device of the content
    /// @param lowWater how few free blocks make the kernel raise an event
    public record Devices(Path metadata, Path data, long lowWater) {}

    /// @param group where the pool and its thin disks are volumes
    /// @param name the pool's own
    public ThinPool(VolumeGroup group, String name, Devices devices) {
        this.group = group;
        this.name = name;
        this.devices = devices;
    }

    /// Makes an empty pool where none was, and activates it.
    ///
    /// @throws DiskException when the metadata device already holds something
    public void create() {
        boolean empty = group.actions().look(true, () -> isZero(devices.metadata));
        if (!empty) {
            throw new DiskException(
                    devices.metadata
                            + " holds something already, perhaps a pool; activate that, or wipe its"
                            + " first 4 KiB if it may go");
        }
        activate();
    }

    /// Activates the pool.
    public void activate() {
        group.activate(name, table(), false);
    }

    /// Deactivates the pool, none of whose thin disks may be active.
    public void deactivate() {
        group.deactivate(name);
    }

    /// How full and how well it is.
    public PoolStatus status() {
        return PoolStatus.parse(
                group.mapper().status(group.kernelName(name)).getFirst().parameters());
    }

    /// What keeps it from taking every write, in one sentence with what to do; empty if nothing
    /// does.
    public Optional<String> trouble() {
        return status().trouble(group.kernelName(name), devices.metadata);
    }

    /// Its metadata, for checks and repair.
    public ThinMetadata metadata() {
        return new ThinMetadata(devices.metadata);
    }

    /// Makes an empty thin disk.
    ///
    /// @return false when there is one of this number already
    public boolean createThin(int thin) {
        return tell("create_thin " + checked(thin), ErrorNumber.EEXIST);
    }

    /// Makes a snapshot of a thin disk that is not active, or is only read.
    ///
    /// @return false when there is a disk of this number already
    public boolean createSnapshot(int thin, int origin) {
        return tell("create_snap " + checked(thin) + " " + checked(origin), ErrorNumber.EEXIST);
    }

    /// Makes a snapshot of an active thin disk as it is at this moment: writes in flight are
    /// finished first, further ones wait meanwhile.
    ///
    /// @param volume the name under which `origin` is active
    /// @return false when there is a disk of this number already
    public boolean createSnapshotOfActive(int thin, int origin, String volume) {
        String device = group.kernelName(volume);
        group.mapper().suspend(device);
        try {
            return createSnapshot(thin, origin);
        } finally {
            group.mapper().resume(device);
        }
    }

    /// Deletes a thin disk that is not active. What it shared stays with the others.
    ///
    /// @return false when there was none of this number
    public boolean delete(int thin) {
        return tell("delete " + checked(thin), ErrorNumber.ENODATA);
    }

    /// Makes a thin disk a volume of the group.
    ///
    /// @param bytes its size, whole sectors
    /// @return its device node
    public Path activateThin(String volume, int thin, long bytes, boolean readOnly) {
        if (bytes <= 0 || bytes % SECTOR != 0) {
            throw new DiskException(
                    "the thin disk "
                            + volume
                            + " cannot be "
                            + bytes
                            + " bytes large; sizes are whole sectors of 512 bytes");
        }
        String pool =
                group.actions()
                        .look(
                                "(" + name + ")",
                                () ->
                                        group.find(name)
                                                .map(MappedDevice::majorMinor)
                                                .orElseThrow(this::inactive));
        Target table = new Target(0, bytes / SECTOR, "thin", pool + " " + checked(thin));
        return group.activate(volume, List.of(table), readOnly);
    }

    /// Removes a thin disk's volume; the disk stays in the pool.
    public void deactivateThin(String volume) {
        group.deactivate(volume);
    }

    /// Throws away what was written to a thin disk and makes it a snapshot of its base again, under
    /// the same number and name. Nobody may have it open, so its export must have ended.
    ///
    /// @return its device node
    public Path rollBack(String volume, int thin, int base, long bytes) {
        deactivateThin(volume);
        delete(thin);
        createSnapshot(thin, base);
        return activateThin(volume, thin, bytes, false);
    }

    /// Bytes of the blocks that an active thin disk maps, shared or its own.
    public long mappedBytes(String volume) {
        String status =
                group.mapper().status(group.kernelName(volume)).getFirst().parameters().strip();
        try {
            return Long.parseLong(status.split(" ", 2)[0]) * SECTOR;
        } catch (NumberFormatException e) {
            throw new DiskException(
                    "the thin disk "
                            + volume
                            + " answers \""
                            + status
                            + "\"; look at its pool's status",
                    e);
        }
    }

    /// Where `thin` was written to, or discarded, since it became a snapshot of `base`, in the
    /// order of the disk and in whole blocks: the bytes there may still be the same.
    public List<Extent> written(int base, int thin) {
        return holdingMetadata(() -> metadata().difference(checked(base), checked(thin)));
    }

    /// Where a thin disk has blocks, in the order of the disk.
    public List<Extent> mapped(int thin) {
        return holdingMetadata(() -> metadata().mapped(checked(thin)));
    }

    /// Forgets what the host's cache holds of an active thin disk: an export writes below it.
    public void flush(String volume) {
        BlockDevice.flush(group.path(volume), group.actions());
    }

    private List<Extent> holdingMetadata(Supplier<List<Extent>> work) {
        metadataSnapshot.lock();
        try {
            if (!tell("reserve_metadata_snap", ErrorNumber.EBUSY)) {
                // Left by a process that was killed: it shows the pool as it was then.
                tell("release_metadata_snap");
                tell("reserve_metadata_snap");
            }
            try {
                return group.actions().look(List.of(), work);
            } finally {
                tell("release_metadata_snap");
            }
        } finally {
            metadataSnapshot.unlock();
        }
    }

    private void tell(String message) {
        group.mapper().message(group.kernelName(name), message);
    }

    /// @return false when the kernel refuses with the error that means that nothing is to be done
    private boolean tell(String message, int harmless) {
        try {
            tell(message);
            return true;
        } catch (MapperException e) {
            if (e.is(harmless)) {
                return false;
            }
            throw e;
        }
    }

    private List<Target> table() {
        String metadata = number(devices.metadata);
        String data = number(devices.data);
        long blocks = group.actions().look(0L, () -> BlockDevice.size(devices.data) / BLOCK);
        return List.of(
                new Target(
                        0,
                        blocks * (BLOCK / SECTOR),
                        "thin-pool",
                        metadata
                                + " "
                                + data
                                + " "
                                + BLOCK / SECTOR
                                + " "
                                + devices.lowWater
                                + " 1 error_if_no_space"));
    }

    private String number(Path device) {
        return group.actions().look(device.toString(), () -> BlockDevice.majorMinor(device));
    }

    private DiskException inactive() {
        return new DiskException(
                "the pool " + group.kernelName(name) + " is not active; activate it first");
    }

    private static boolean isZero(Path device) {
        ByteBuffer start = ByteBuffer.allocate(SUPERBLOCK);
        try (FileChannel channel = FileChannel.open(device, StandardOpenOption.READ)) {
            while (start.hasRemaining() && channel.read(start) > 0) {}
        } catch (IOException e) {
            throw new DiskException("cannot read " + device + ": " + e, e);
        }
        for (byte each : start.array()) {
            if (each != 0) {
                return false;
            }
        }
        return true;
    }

    private static int checked(int thin) {
        if (thin < 0 || thin >= MOST_THINS) {
            throw new DiskException("thin disks have numbers from 0 to 16777215, not " + thin);
        }
        return thin;
    }
}
