package org.tsurutus.app;

import java.util.List;
import java.util.concurrent.Callable;
import org.tsurutus.disk.store.DiskName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `disk rollback`.
@Command(
        name = "rollback",
        mixinStandardHelpOptions = true,
        description = {
            "Takes a disk back: its export ends, what was written and its checkpoints go, and it is read back.",
            "A disk that is not what its golden image is goes to quarantine. Refused while a PC has the disk."
        },
        footer = {
            "",
            "Exit codes: 0 it is as it was, 1 it is in quarantine.",
            "Example: tsurutus disk rollback win7-x86-pc1"
        })
final class DiskRollbackCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DISK", converter = DiskNames.class, description = "the disk")
    DiskName disk = new DiskName("disk");

    @Option(
            names = "--cut",
            description = "cut off a PC that is logged in, as if its cable were pulled")
    boolean cut;

    @Mixin StoreOption store = new StoreOption();

    @Override
    public Integer call() {
        OpenStore open = store.open();
        open.required(disk);
        DiskExports exports = new DiskExports(open);
        if (store.isRehearsal) {
            exports.withdraw(disk, cut);
            return open.rehearse(kept -> {
                kept.detach(disk);
                kept.rollBack(disk);
                kept.verify(disk, 0, List.of());
            });
        }
        return HandLock.hold(
                open,
                leases -> {
                    exports.withdraw(disk, cut);
                    return OpenStore.say(disk, leases.takeBack(disk));
                });
    }
}
