package org.tsurutus.bench.click;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.tsurutus.bench.BenchException;

/// Folders that are needed for a while only.
public final class Folders {
    private Folders() {}

    /// Removes a folder with all that lies in it.
    ///
    /// @throws BenchException when something cannot be removed
    public static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new BenchException(
                    "cannot remove " + folder + " (" + e + "); remove it by hand", e);
        }
    }
}
