package org.tsurutus.app;

import java.io.IOException;
import java.nio.file.Path;
import org.tsurutus.farm.FarmException;
import picocli.CommandLine.Option;

/// Which store a command works at, and whether it does anything.
final class StoreOption {
    @Option(
            names = "--store",
            paramLabel = "DIR",
            description = "the store's folder (default: $$TSURUTUS_DISKS, else disks)")
    Path folder = usual();

    @Option(
            names = "--dry-run",
            description = "print every action that needs privileges, and do nothing")
    boolean isRehearsal;

    private static Path usual() {
        String disks = System.getenv().getOrDefault("TSURUTUS_DISKS", "");
        return Path.of(disks.isBlank() ? "disks" : disks);
    }

    /// @throws FarmException when the folder is no store
    OpenStore open() {
        StoreSettings settings = StoreSettings.read(folder);
        try {
            return OpenStore.of(folder.toRealPath(), settings, isRehearsal);
        } catch (IOException e) {
            throw FarmException.environment("cannot use " + folder + ": " + e, e);
        }
    }
}
