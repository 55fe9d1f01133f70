package org.tsurutus.app;

import org.tsurutus.disk.store.DiskName;
import org.tsurutus.farm.FarmException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// The disk that a command is about, and the store that it is in.
final class DiskOption {
    @Parameters(
            index = "0",
            paramLabel = "DISK",
            converter = DiskNames.class,
            description = "the disk, which disk snapshot gave you")
    DiskName name = new DiskName("disk");

    @Mixin StoreOption store = new StoreOption();

    /// @throws FarmException when the folder is no store, or the disk is not in it
    OpenStore open() {
        OpenStore open = store.open();
        open.required(name);
        return open;
    }
}
