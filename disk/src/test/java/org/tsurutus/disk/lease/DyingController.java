package org.tsurutus.disk.lease;

import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.tsurutus.disk.Blocks;
import org.tsurutus.disk.ImageFormat;
import org.tsurutus.disk.Milestones;
import org.tsurutus.disk.ScratchDisk;
import org.tsurutus.disk.Sectors;
import org.tsurutus.disk.mapper.Actions;
import org.tsurutus.disk.mapper.ThinPool;
import org.tsurutus.disk.qcow.OverlayStore;
import org.tsurutus.disk.qcow.QemuIo;
import org.tsurutus.disk.store.Attachment;
import org.tsurutus.disk.store.BlockStore;
import org.tsurutus.disk.store.DiskName;
import org.tsurutus.disk.thin.ThinStore;

/// A controller that takes disks through everything that can happen to them, says each milestone
/// that it reaches, and ends without a further word: `KEEPER FOLDER=NUMBER…`. In each folder it
/// stands still at the milestone of that number; when it does so in all of them, it ends.
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
        Keeper keeper = Keeper.valueOf(arguments[0]);
        for (String walk : List.of(arguments).subList(1, arguments.length)) {
            String[] parts = walk.split("=");
            standStillAt(Path.of(parts[0]), keeper, Integer.parseInt(parts[1]));
        }
        System.out.flush();
        Runtime.getRuntime().halt(KILLED);
    }

    /// Returns when that milestone is reached, and whatever goes with it is still held; or at the
    /// end.
    private static void standStillAt(Path folder, Keeper keeper, int last)
            throws InterruptedException {
        CountDownLatch isThere = new CountDownLatch(1);
        int[] reached = {0};
        Milestones milestones =
                what -> {
                    System.out.println(folder + ": " + what);
                    if (++reached[0] == last) {
                        isThere.countDown();
                        sleepForever();
                    }
                };
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    try {
                        run(folder, keeper, milestones);
                    } catch (Exception | AssertionError e) {
                        System.out.println(folder + ": " + e);
                    }
                    isThere.countDown();
                });
        isThere.await();
    }

    private static void sleepForever() {
        while (true) {
            LockSupport.park();
        }
    }

    /// Takes a disk through everything, and makes its golden image first if it is not there.
    public static void run(Path folder, Keeper keeper, Milestones milestones) throws Exception {
        BlockStore store = store(folder, keeper, milestones);
        if (store.golden(GOLDEN).isEmpty()) {
            makeGolden(store, folder.resolve("golden.raw"));
        }
        try (DiskLeases leases = DiskLeases.open(store, folder.resolve("leases"), milestones)) {
            DiskLease lease = leases.lease(GOLDEN, PC, 1024 * 1024);
            requireClean(lease);
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

    private static void requireClean(DiskLease lease) {
        try (Blocks disk = lease.after()) {
            if (!Arrays.equals(Sectors.read(disk, 0), ScratchDisk.masterBootRecord())) {
                throw new AssertionError("a dirty disk was given out");
            }
        }
    }

    private static void makeGolden(BlockStore store, Path image) {
        if (store instanceof OverlayStore overlays) {
            overlays.adopt(GOLDEN, image, ImageFormat.RAW);
        } else {
            store.importGolden(GOLDEN, image, ImageFormat.RAW);
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
