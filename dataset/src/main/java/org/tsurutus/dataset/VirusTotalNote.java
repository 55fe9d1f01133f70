package org.tsurutus.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.run.RunDirectory;

/// What VirusTotal says of a run's specimen, as `virustotal.json` in its directory. Look-ups are
/// not made yet, and the file says so rather than being absent.
public final class VirusTotalNote {
    private VirusTotalNote() {}

    /// Notes that nobody was asked.
    public static void off(RunDirectory run) {
        Path file = run.path().resolve("virustotal.json");
        String text =
                """
                {
                  "state" : "off",
                  "at" : "%s"
                }
                """
                        .formatted(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw FarmException.environment("cannot write " + file + ": " + e, e);
        }
    }
}
