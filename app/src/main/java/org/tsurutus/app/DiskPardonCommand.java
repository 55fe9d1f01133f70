package org.tsurutus.app;

import java.util.List;
import java.util.concurrent.Callable;
import org.tsurutus.disk.store.DiskName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `disk pardon`.
@Command(
        name = "pardon",
        mixinStandardHelpOptions = true,
        description =
                "Lets a disk out of quarantine, since you looked at it: it is rolled back and read back once more.",
        footer = {
            "",
            "Exit codes: 0 it is as it was, 1 it stays in quarantine.",
            "Example: tsurutus disk pardon win7-x86-pc1"
        })
final class DiskPardonCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DISK", converter = DiskNames.class, description = "the disk")
    DiskName disk = new DiskName("disk");

    @Mixin StoreOption store = new StoreOption();

    @Override
    public Integer call() {
        OpenStore open = store.open();
        new DiskExports(open).requireNone(disk);
        if (store.isRehearsal) {
            return open.rehearse(kept -> {
                kept.detach(disk);
                kept.rollBack(disk);
                kept.verify(disk, 0, List.of());
            });
        }
        return HandLock.hold(open, leases -> OpenStore.say(disk, leases.pardon(disk)));
    }
}
