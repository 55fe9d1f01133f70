package org.tsurutus.network.lines;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.tsurutus.network.NetworkException;

/// A file of JSON lines that grows while something goes on. It is bounded, and a full disk ends
/// nothing but the file: what it lacks is counted. One thread at a time.
public final class LineFile implements AutoCloseable {
    private final long mostLines;
    private final BufferedWriter writer;
    private long written;
    private long lost;

    private LineFile(BufferedWriter writer, long mostLines) {
        this.writer = writer;
        this.mostLines = mostLines;
    }

    /// Begins a file.
    ///
    /// @param mostLines how many it takes
    /// @throws NetworkException when it is there already or cannot be made
    public static LineFile begin(Path file, long mostLines) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return new LineFile(
                    Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW), mostLines);
        } catch (IOException e) {
            throw new NetworkException(
                    "cannot begin " + file + ": " + e + "; give a folder of this run alone", e);
        }
    }

    /// Adds a record as a line.
    public void add(Object line) {
        if (written == mostLines) {
            lost++;
            return;
        }
        try {
            writer.write(Json.line(line));
            writer.write('\n');
            written++;
        } catch (IOException _) {
            lost++;
        }
    }

    /// Hands all lines to the operating system.
    public void flush() {
        try {
            writer.flush();
        } catch (IOException _) {
            // the lines stay in the writer; closing counts them
        }
    }

    /// How many lines were written.
    public long written() {
        return written;
    }

    /// How many found no room.
    public long lost() {
        return lost;
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException _) {
            lost++;
        }
    }
}
