package org.tsurutus.disk;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Which processes have a file open, as far as this user may know.
public final class OpenFiles {
    private OpenFiles() {}

    /// One that has, in words.
    public static Optional<String> user(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process, file))
                .findFirst()
                .map(process ->
                        process.info().command().orElse("a program")
                                + " (process "
                                + process.pid()
                                + ")");
    }

    private static boolean holds(ProcessHandle process, Path file) {
        Path folder = Path.of("/proc", Long.toString(process.pid()), "fd");
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(folder)) {
            for (Path descriptor : descriptors) {
                if (leadsTo(descriptor, file)) {
                    return true;
                }
            }
        } catch (IOException _) {
            // it ended meanwhile, or is another user's
        }
        return false;
    }

    private static boolean leadsTo(Path descriptor, Path file) {
        try {
            return Files.readSymbolicLink(descriptor).equals(file);
        } catch (IOException _) {
            return false;
        }
    }
}
