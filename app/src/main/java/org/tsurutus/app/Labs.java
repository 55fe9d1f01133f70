package org.tsurutus.app;

import java.nio.file.Path;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.lab.Lab;

/// Opens the lab of this host for a command.
final class Labs {
    private Labs() {}

    /// The lab, cleaned of what dead controllers left; each cleaning is said on standard error.
    static Lab open() {
        Lab lab = new Lab(System.getenv(), checkout(), Terminal.standard());
        lab.sweep().forEach(line -> System.err.println("tsurutus: " + line));
        return lab;
    }

    /// The folder that the launcher was called from.
    static Path checkout() {
        String root = System.getProperty("tsurutus.root", "");
        if (root.isBlank()) {
            throw FarmException.environment(
                    "the property tsurutus.root is not set; start with ./tsurutus");
        }
        return Path.of(root);
    }

    /// Where runs are kept unless told: `$TSURUTUS_RUNS`, else `runs` in the current folder.
    static Path runs() {
        String runs = System.getenv().getOrDefault("TSURUTUS_RUNS", "");
        return Path.of(runs.isBlank() ? "runs" : runs);
    }
}
