package org.tsurutus.markii.scan;

import java.io.IOException;
import java.io.InputStream;

/// Something that a log is read from, under the name that people know it by.
public interface LogSource {
    /// The name for messages and for the `file` column of tables: the path as it was given, or `-`.
    String name();

    /// Opens the log, decompressed; the caller closes it.
    ///
    /// @throws IOException when it cannot be opened
    InputStream open() throws IOException;

    /// Standard input or any other stream that is open already, and can be read once.
    static LogSource of(String name, InputStream stream) {
        return new LogSource() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public InputStream open() throws IOException {
                return Compression.decompressed(stream);
            }
        };
    }
}
