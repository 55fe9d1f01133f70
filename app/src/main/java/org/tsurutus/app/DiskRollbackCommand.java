package org.tsurutus.app;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
    @Option(
            names = "--cut",
            description = "cut off a PC that is logged in, as if its cable were pulled")
    boolean cut;

    @Mixin DiskOption disk = new DiskOption();

    @Override
    public Integer call() {
        OpenStore open = disk.open();
        DiskExports exports = new DiskExports(open);
        if (open.isRehearsal()) {
            exports.withdraw(disk.name, cut);
            return open.rehearse(kept -> {
                kept.detach(disk.name);
                kept.rollBack(disk.name);
                kept.verify(disk.name, 0, List.of());
            });
        }
        return HandLock.hold(
                open,
                leases -> {
                    exports.withdraw(disk.name, cut);
                    return OpenStore.say(disk.name, leases.takeBack(disk.name));
                });
    }
}
