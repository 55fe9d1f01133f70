package org.tsurutus.app;

import java.util.concurrent.Callable;
import org.tsurutus.disk.store.DiskName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `disk snapshot`.
@Command(
        name = "snapshot",
        mixinStandardHelpOptions = true,
        description = {
            "Gives you a disk that reads as a golden image, and prints where it is.",
            "It is read back first, and stays yours, whatever restarts, until disk rollback takes it back. Nobody is given more disks than the store can hold if all are written from end to end."
        },
        footer = {"", "Example: tsurutus disk snapshot win7-x86 win7-x86-pc1"})
final class DiskSnapshotCommand implements Callable<Integer> {
    /// What a store needs besides, to say where everything lies: a thousandth and this.
    private static final long TABLES = 1L << 20;

    @Parameters(
            index = "0",
            paramLabel = "GOLDEN",
            converter = DiskNames.class,
            description = "the golden image")
    DiskName golden = new DiskName("golden");

    @Parameters(
            index = "1",
            paramLabel = "DISK",
            converter = DiskNames.class,
            description = "what to call the disk")
    DiskName disk = new DiskName("disk");

    @Mixin StoreOption store = new StoreOption();

    @Override
    public Integer call() {
        OpenStore open = store.open();
        open.requiredGolden(golden);
        if (store.isRehearsal) {
            return open.rehearse(kept -> {
                kept.snapshot(golden, disk);
            });
        }
        return HandLock.hold(
                open,
                leases -> {
                    long size = open.store().golden(golden).orElseThrow().size();
                    long worstCase = size + size / 1000 + TABLES;
                    System.out.println(leases.lease(golden, disk, worstCase).attachment().path());
                    return 0;
                });
    }
}
