package org.tsurutus.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `disk delete`.
@Command(
        name = "delete",
        mixinStandardHelpOptions = true,
        description = "Deletes a disk that nobody has.",
        footer = {"", "Example: tsurutus disk delete win7-x86-pc1"})
final class DiskDeleteCommand implements Callable<Integer> {
    @Mixin DiskOption disk = new DiskOption();

    @Override
    public Integer call() {
        OpenStore open = disk.open();
        new DiskExports(open).requireNone(disk.name);
        if (open.isRehearsal()) {
            return open.rehearse(kept -> kept.delete(disk.name));
        }
        return HandLock.hold(
                open,
                leases -> {
                    leases.delete(disk.name);
                    return 0;
                });
    }
}
