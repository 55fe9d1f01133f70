package org.tsurutus.app;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
    @Mixin DiskOption disk = new DiskOption();

    @Override
    public Integer call() {
        OpenStore open = disk.store.open();
        new DiskExports(open).requireNone(disk.name);
        if (open.isRehearsal()) {
            return open.rehearse(kept -> {
                kept.detach(disk.name);
                kept.rollBack(disk.name);
                kept.verify(disk.name, 0, List.of());
            });
        }
        return HandLock.hold(open, leases -> OpenStore.say(disk.name, leases.pardon(disk.name)));
    }
}
