package org.tsurutus.disk.lease;

import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.tsurutus.disk.ImageFormat;
import org.tsurutus.disk.Milestones;
import org.tsurutus.disk.mapper.Actions;
import org.tsurutus.disk.mapper.ThinPool;
import org.tsurutus.disk.qcow.OverlayStore;
import org.tsurutus.disk.qcow.QemuIo;
import org.tsurutus.disk.store.Attachment;
import org.tsurutus.disk.store.BlockStore;
import org.tsurutus.disk.store.DiskName;
import org.tsurutus.disk.thin.ThinStore;

/// A controller that takes a disk through everything that can happen to it, says each milestone
/// that it reaches, and ends without a further word at the one that it is told: `FOLDER KEEPER
/// NUMBER`.
public final class DyingController {
    public static final DiskName GOLDEN = new DiskName("golden");
    public static final DiskName PC = new DiskName("pc1");
    public static final int KILLED = 9;

    private DyingController() {}

    /// What keeps the disks.
    public enum Keeper {
        PLAIN,
        FUSE,
        /// In the storage VM, whose pool is there already.
        THIN
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Keeper keeper = Keeper.valueOf(arguments[1]);
        int last = Integer.parseInt(arguments[2]);
        int[] reached = {0};
        Milestones milestones =
                what -> {
                    System.out.println(what);
                    if (++reached[0] == last) {
                        System.out.flush();
                        Runtime.getRuntime().halt(KILLED);
                    }
                };
        run(folder, keeper, milestones);
    }

    /// Takes a disk through everything.
    public static void run(Path folder, Keeper keeper, Milestones milestones) throws Exception {
        BlockStore store = store(folder, keeper, milestones);
        Path image = folder.resolve("golden.raw");
        if (store instanceof OverlayStore overlays) {
            overlays.adopt(GOLDEN, image, ImageFormat.RAW);
        } else {
            store.importGolden(GOLDEN, image, ImageFormat.RAW);
        }
        try (DiskLeases leases = DiskLeases.open(store, folder.resolve("leases"), milestones)) {
            DiskLease lease = leases.lease(GOLDEN, PC, 1024 * 1024);
            write(lease.attachment(), 0);
            store.detach(PC);
            store.checkpoint(PC, new DiskName("moment"));
            write(store.attach(PC), 65536);
            store.detach(PC);
            store.restore(PC, new DiskName("moment"));
            write(store.attach(PC), 131072);
            lease.close();
            leases.delete(PC);
        }
    }

    static BlockStore store(Path folder, Keeper keeper, Milestones milestones) {
        Path home = folder.resolve("store");
        return switch (keeper) {
            case PLAIN -> OverlayStore.plain(home, milestones);
            case FUSE -> OverlayStore.fuse(home, milestones);
            case THIN ->
                    new ThinStore(
                            home,
                            "boot",
                            new ThinPool.Devices(
                                    Path.of("/dev/disk-metadata"), Path.of("/dev/disk-data"), 16),
                            Actions.real(),
                            milestones);
        };
    }

    private static void write(Attachment attachment, long at) throws Exception {
        switch (attachment.format()) {
            case RAW -> {
                try (RandomAccessFile file =
                        new RandomAccessFile(attachment.path().toFile(), "rw")) {
                    file.seek(at);
                    file.write(new byte[512]);
                }
            }
            case QCOW2 -> QemuIo.commands(attachment.path(), "qcow2", "write -P 0 " + at + " 512");
        }
    }
}
