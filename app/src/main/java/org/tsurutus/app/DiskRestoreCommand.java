package org.tsurutus.app;

import java.util.concurrent.Callable;
import org.tsurutus.disk.store.DiskName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `disk restore`.
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a disk again what it was at a checkpoint, which stays.",
            "Refused while a PC has the disk."
        },
        footer = {"", "Example: tsurutus disk restore win7-x86-pc1 before-reboot"})
final class DiskRestoreCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "DISK",
            converter = DiskNames.class,
            description = "the disk, which disk snapshot gave you")
    DiskName disk = new DiskName("disk");

    @Parameters(
            index = "1",
            paramLabel = "MOMENT",
            converter = DiskNames.class,
            description = "the checkpoint's name")
    DiskName moment = new DiskName("moment");

    @Mixin StoreOption store = new StoreOption();

    @Override
    public Integer call() {
        return new BetweenBoots(store.open(), disk).change(kept -> kept.restore(disk, moment));
    }
}
