package org.tsurutus.app;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.tsurutus.disk.store.BlockStore;
import org.tsurutus.disk.store.DiskName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `disk checkpoint`.
@Command(
        name = "checkpoint",
        mixinStandardHelpOptions = true,
        description = {
            "Keeps a disk as it is now, so that a PC can be started again as it was at this moment.",
            "A store of thin disks does so while a PC goes on; with another the PC must be off."
        },
        footer = {"", "Example: tsurutus disk checkpoint win7-x86-pc1 before-reboot"})
final class DiskCheckpointCommand implements Callable<Integer> {
    @Mixin MomentOption moment = new MomentOption();

    @Override
    public Integer call() {
        OpenStore open = moment.disk.open();
        DiskName disk = moment.disk.name;
        Consumer<BlockStore> keep = kept -> kept.checkpoint(disk, moment.name);
        return switch (open.settings()) {
            case StoreSettings.Overlays _ -> new BetweenBoots(open, disk).change(keep);
            case StoreSettings.Thin _ -> keepWhileInUse(open, disk, keep);
        };
    }

    private static int keepWhileInUse(OpenStore open, DiskName disk, Consumer<BlockStore> keep) {
        if (open.isRehearsal()) {
            return open.rehearse(keep);
        }
        return HandLock.hold(
                open,
                leases -> {
                    OpenStore.requireYours(leases, disk);
                    keep.accept(open.store());
                    return 0;
                });
    }
}
