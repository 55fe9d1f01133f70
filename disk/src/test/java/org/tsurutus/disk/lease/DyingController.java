package org.tsurutus.disk.lease;

import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.tsurutus.disk.ImageFormat;
import org.tsurutus.disk.Milestones;
import org.tsurutus.disk.qcow.OverlayStore;
import org.tsurutus.disk.qcow.QemuIo;
import org.tsurutus.disk.store.Attachment;
import org.tsurutus.disk.store.DiskName;

/// A controller that takes a disk through everything that can happen to it and ends without a word
/// at the milestone that it is told; it says how many there are if it comes through.
final class DyingController {
    static final DiskName GOLDEN = new DiskName("golden");
    static final DiskName PC = new DiskName("pc1");
    static final int KILLED = 9;

    private DyingController() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        boolean isFuse = Boolean.parseBoolean(arguments[1]);
        int last = Integer.parseInt(arguments[2]);
        int[] reached = {0};
        Milestones milestones =
                what -> {
                    if (++reached[0] == last) {
                        System.out.println(what);
                        System.out.flush();
                        Runtime.getRuntime().halt(KILLED);
                    }
                };
        OverlayStore store = store(folder, isFuse, milestones);
        store.adopt(GOLDEN, folder.resolve("golden.raw"), ImageFormat.RAW);
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
        System.out.println(reached[0]);
    }

    static OverlayStore store(Path folder, boolean isFuse, Milestones milestones) {
        return isFuse
                ? OverlayStore.fuse(folder.resolve("store"), milestones)
                : OverlayStore.plain(folder.resolve("store"), milestones);
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
