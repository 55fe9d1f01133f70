package org.tsurutus.app;

import java.util.concurrent.Callable;
import org.tsurutus.disk.store.DiskName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `disk checkpoint`.
@Command(
        name = "checkpoint",
        mixinStandardHelpOptions = true,
        description = {
            "Keeps a disk as it is now, so that a PC can be started again as it was at this moment.",
            "Refused while a PC has the disk."
        },
        footer = {"", "Example: tsurutus disk checkpoint win7-x86-pc1 before-reboot"})
final class DiskCheckpointCommand implements Callable<Integer> {
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
        return new BetweenBoots(store.open(), disk).change(kept -> kept.checkpoint(disk, moment));
    }
}
