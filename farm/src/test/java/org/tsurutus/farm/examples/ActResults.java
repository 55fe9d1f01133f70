package org.tsurutus.farm.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tsurutus.markii.MarkIIRecord;

/// How the acts of a run ended, as the catalogue's programs noted it in the guest.
public final class ActResults {
    private static final String NOTES = "C:\\windows\\temp\\acts-result.txt";

    private ActResults() {}

    /// The exit code of each act by its command; 0 is success, and any other code the line of the
    /// program's source that failed.
    ///
    /// @param files the run's folder of dropped files by hash
    public static Map<String, Integer> of(List<MarkIIRecord> log, Path files) {
        String hash =
                log.stream()
                        .filter(record -> record.kind().equals("file/close"))
                        .filter(record -> record.value("path", "").equalsIgnoreCase(NOTES))
                        .reduce((_, last) -> last)
                        .flatMap(record -> record.value("sha256"))
                        .orElseThrow(() -> new AssertionError(NOTES + " was never written"));
        Map<String, Integer> results = new TreeMap<>();
        try {
            for (String line : Files.readAllLines(files.resolve(hash))) {
                int space = line.lastIndexOf(' ');
                results.put(line.substring(0, space), Integer.valueOf(line.substring(space + 1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return results;
    }
}
