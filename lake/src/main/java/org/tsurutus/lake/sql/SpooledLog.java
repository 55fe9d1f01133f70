package org.tsurutus.lake.sql;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.tsurutus.lake.LakeException;
import org.tsurutus.markii.scan.LogFile;
import org.tsurutus.markii.scan.LogSource;

/// A copy of a log that can be read only once, for queries that read it more often.
///
/// @param name what people know the log by
/// @param copy where the copy is until [#close]
record SpooledLog(String name, Path copy) implements LogSource, AutoCloseable {

    /// Copies a log, compressed as it may be.
    ///
    /// @throws LakeException when there is no room for it
    static SpooledLog of(String name, InputStream in) {
        try {
            Path copy = Files.createTempFile("tsurutus-", ".log");
            copy.toFile().deleteOnExit();
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            return new SpooledLog(name, copy);
        } catch (IOException e) {
            throw new LakeException(
                    LakeException.Fault.ENVIRONMENT,
                    "cannot keep a copy of "
                            + name
                            + " in "
                            + System.getProperty("java.io.tmpdir")
                            + ": "
                            + e
                            + "; make room there or name a file",
                    e);
        }
    }

    @Override
    public InputStream open() throws IOException {
        return new LogFile(copy).open();
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            throw new LakeException(
                    LakeException.Fault.ENVIRONMENT, "cannot delete " + copy + ": " + e, e);
        }
    }
}
