package org.tsurutus.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `disk withdraw`.
@Command(
        name = "withdraw",
        mixinStandardHelpOptions = true,
        description =
                "Ends a disk's export. Refused while a PC is logged in, unless it is cut off.",
        footer = {
            "",
            "Exit codes: 0 withdrawn, 1 it was not exported.",
            "Example: tsurutus disk withdraw win7-x86-pc1 --cut"
        })
final class DiskWithdrawCommand implements Callable<Integer> {
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
            return exports.withdraw(disk.name, cut) ? 0 : 1;
        }
        return HandLock.hold(open, _ -> exports.withdraw(disk.name, cut) ? 0 : 1);
    }
}
