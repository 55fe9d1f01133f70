package org.tsurutus.app;

import org.tsurutus.disk.store.DiskName;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// The checkpoint that a command is about, and the disk that it is of.
final class MomentOption {
    @Mixin DiskOption disk = new DiskOption();

    @Parameters(
            index = "1",
            paramLabel = "MOMENT",
            converter = DiskNames.class,
            description = "the checkpoint's name")
    DiskName name = new DiskName("moment");
}
