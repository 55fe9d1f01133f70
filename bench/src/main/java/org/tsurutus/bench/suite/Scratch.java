package org.tsurutus.bench.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.tsurutus.bench.BenchException;

/// A folder that is gone when it is closed.
///
/// @param path the folder
public record Scratch(Path path) implements AutoCloseable {
    /// Makes a new folder inside `parent`, which is made if it is missing.
    ///
    /// @throws BenchException when it cannot be made
    public static Scratch in(Path parent) {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(parent), "scratch-");
            // Ctrl-C ends the JVM without closing anything, and a big log's copies are big
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return new Scratch(folder);
        } catch (IOException e) {
            throw new BenchException(
                    "cannot make a folder in " + parent + ": " + e + "; name another --folder", e);
        }
    }

    /// Deletes a file, or a folder and all that is in it; one that is not there is no failure.
    static void delete(Path top) {
        if (!Files.exists(top)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(top)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Deletes the folder and all that is in it.
    @Override
    public void close() {
        delete(path);
    }
}
