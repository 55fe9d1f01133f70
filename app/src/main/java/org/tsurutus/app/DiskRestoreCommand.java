package org.tsurutus.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
    @Mixin MomentOption moment = new MomentOption();

    @Override
    public Integer call() {
        return new BetweenBoots(moment.disk.open(), moment.disk.name)
                .change(kept -> kept.restore(moment.disk.name, moment.name));
    }
}
