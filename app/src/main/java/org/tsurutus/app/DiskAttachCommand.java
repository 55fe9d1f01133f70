package org.tsurutus.app;

import java.util.concurrent.Callable;
import org.tsurutus.disk.store.DiskName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `disk attach`.
@Command(
        name = "attach",
        mixinStandardHelpOptions = true,
        description =
                "Prints where your disk is, after the host was restarted too: with all that was written to it.",
        footer = {"", "Example: tsurutus disk attach win7-x86-pc1"})
final class DiskAttachCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "DISK",
            converter = DiskNames.class,
            description = "the disk, which disk snapshot gave you")
    DiskName disk = new DiskName("disk");

    @Mixin StoreOption store = new StoreOption();

    @Override
    public Integer call() {
        OpenStore open = store.open();
        open.required(disk);
        if (store.isRehearsal) {
            return open.rehearse(kept -> kept.attach(disk));
        }
        return HandLock.hold(
                open,
                leases -> {
                    OpenStore.requireYours(leases, disk);
                    System.out.println(open.store().attach(disk).path());
                    return 0;
                });
    }
}
