package org.tsurutus.app;

import java.util.concurrent.Callable;
import org.tsurutus.disk.store.DiskName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `disk delete`.
@Command(
        name = "delete",
        mixinStandardHelpOptions = true,
        description = "Deletes a disk that nobody has.",
        footer = {"", "Example: tsurutus disk delete win7-x86-pc1"})
final class DiskDeleteCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DISK", converter = DiskNames.class, description = "the disk")
    DiskName disk = new DiskName("disk");

    @Mixin StoreOption store = new StoreOption();

    @Override
    public Integer call() {
        OpenStore open = store.open();
        open.required(disk);
        new DiskExports(open).requireNone(disk);
        if (store.isRehearsal) {
            return open.rehearse(kept -> kept.delete(disk));
        }
        return HandLock.hold(
                open,
                leases -> {
                    leases.delete(disk);
                    return 0;
                });
    }
}
