package org.tsurutus.app;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.tsurutus.disk.store.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `disk verify`.
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Reads back whether a disk is its golden image.",
            "Nothing may be written above that, its size must be right, its canary must read as it did at the import, and blocks drawn at random must be the image's."
        },
        footer = {
            "",
            "Exit codes: 0 it is, 1 it is not.",
            "Example: tsurutus disk verify win7-x86-pc1"
        })
final class DiskVerifyCommand implements Callable<Integer> {
    @Mixin DiskOption disk = new DiskOption();

    @Override
    public Integer call() {
        OpenStore open = disk.open();
        long seed = new SplittableRandom().nextLong();
        if (open.isRehearsal()) {
            return open.rehearse(kept -> {
                kept.verify(disk.name, seed, List.of());
            });
        }
        return switch (open.store().verify(disk.name, seed, List.of())) {
            case Verdict.Sound(int blocks) -> {
                System.out.println(
                        disk.name
                                + " is what its golden image is: "
                                + blocks
                                + " blocks read back");
                yield 0;
            }
            case Verdict.Unsound(String reason) -> {
                System.out.println(disk.name + " is not what its golden image is: " + reason);
                yield 1;
            }
        };
    }
}
