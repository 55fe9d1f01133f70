package org.tsurutus.disk.lease;

import java.util.List;
import org.tsurutus.disk.Blocks;
import org.tsurutus.disk.Extent;
import org.tsurutus.disk.store.Attachment;
import org.tsurutus.disk.store.DiskName;

/// A disk that is a run's. It keeps what is written to it through every boot, until it is closed.
public final class DiskLease implements AutoCloseable {
    private final DiskLeases leases;
    private final DiskName disk;
    private final DiskName golden;
    private final Attachment attachment;
    private boolean isOver;

    DiskLease(DiskLeases leases, DiskName disk, DiskName golden, Attachment attachment) {
        this.leases = leases;
        this.disk = disk;
        this.golden = golden;
        this.attachment = attachment;
    }

    public DiskName disk() {
        return disk;
    }

    public DiskName golden() {
        return golden;
    }

    /// How the machine gets at it.
    public Attachment attachment() {
        return attachment;
    }

    /// The disk as every run finds it; to be closed.
    public Blocks before() {
        return leases.store().read(golden);
    }

    /// The disk as it is now; to be closed. The machine must be off.
    public Blocks after() {
        return leases.store().read(disk);
    }

    /// Where this run wrote, in the order of the disk. The machine must be off.
    public List<Extent> written() {
        return leases.store().written(disk);
    }

    /// Gives the disk back: it is rolled back and read back before this returns. One that is not
    /// what it must be goes to quarantine, which [DiskLeases#states] tells.
    ///
    /// @throws org.tsurutus.disk.DiskException while the machine is still on; the lease goes on
    @Override
    public void close() {
        if (!isOver) {
            leases.giveBack(disk);
            isOver = true;
        }
    }
}
