package org.tsurutus.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `disk attach`.
@Command(
        name = "attach",
        mixinStandardHelpOptions = true,
        description =
                "Prints where your disk is, after the host was restarted too: with all that was written to it.",
        footer = {"", "Example: tsurutus disk attach win7-x86-pc1"})
final class DiskAttachCommand implements Callable<Integer> {
    @Mixin DiskOption disk = new DiskOption();

    @Override
    public Integer call() {
        OpenStore open = disk.open();
        if (open.isRehearsal()) {
            return open.rehearse(kept -> kept.attach(disk.name));
        }
        return HandLock.hold(
                open,
                leases -> {
                    OpenStore.requireYours(leases, disk.name);
                    System.out.println(open.store().attach(disk.name).path());
                    return 0;
                });
    }
}
