package org.tsurutus.lake.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.tsurutus.lake.LakeException;

/// Writes a file beside the one that it is to be, so that nobody takes half a file for a whole one.
final class WholeFile {
    private WholeFile() {}

    /// Lets `writing` write a file, and puts it into its place when that succeeds. A device or a
    /// pipe is written to at once.
    ///
    /// @return what `writing` returns
    /// @throws LakeException when the file cannot be put into its place
    static long write(Path file, ToLongFunction<Path> writing) {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return writing.applyAsLong(file);
        }
        Path part = Path.of(file + "." + UUID.randomUUID() + ".part");
        try {
            long written = writing.applyAsLong(part);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return written;
        } catch (IOException e) {
            throw failure("cannot replace " + file, e);
        } finally {
            delete(part);
        }
    }

    private static void delete(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw failure("cannot delete " + part, e);
        }
    }

    private static LakeException failure(String what, IOException cause) {
        return new LakeException(LakeException.Fault.ENVIRONMENT, what + ": " + cause, cause);
    }
}
