package org.tsurutus.markii;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Writes records as lines of UTF-8, each ended by LF, without a byte order mark.
///
/// What is written reads back as the same record. A value is quoted where its field says so, and
/// also where it would not read back bare. What a line cannot hold is refused, never changed:
/// [MarkIIRecord.Builder] is where hostile values are made harmless. The order of the fields is
/// kept; [CanonicalOrder] brings a record into the usual one. Not for use by several threads at
/// once.
public final class MarkIIWriter implements AutoCloseable {
    private final OutputStream out;

    /// Writes to a stream, which [#close] closes.
    public MarkIIWriter(OutputStream out) {
        this.out = new BufferedOutputStream(out);
    }

    /// The record's line without its line end.
    ///
    /// @throws MarkIIException for a record without fields, a time that a line cannot hold, or a
    ///   value with a line break, a NUL or a lone surrogate
    public static String line(MarkIIRecord record) {
        StringBuilder line = new StringBuilder(512).append(checkedHeader(record));
        for (Field field : record.fields()) {
            line.append(' ').append(field.key()).append('=');
            if (field.quoted() || needsQuotes(field.value())) {
                line.append('"').append(field.value().replace("\"", "\"\"")).append('"');
            } else {
                line.append(field.value());
            }
        }
        return line.toString();
    }

    /// Writes one record.
    ///
    /// @throws MarkIIException for what [#line] refuses, or when the stream cannot be written
    public void write(MarkIIRecord record) {
        byte[] line = (line(record) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            out.write(line);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /// Writes a line as it was read, byte for byte.
    ///
    /// @throws MarkIIException when the stream cannot be written
    public void copy(Line line) {
        byte[] bytes = new byte[line.bytes().remaining()];
        line.bytes().duplicate().get(bytes);
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /// Hands everything written so far to the stream.
    ///
    /// @throws MarkIIException when the stream cannot be written
    public void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /// Flushes and closes the stream.
    ///
    /// @throws MarkIIException when the stream cannot be written
    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /// Whether a value would not read back if it stood bare.
    static boolean needsQuotes(String value) {
        return value.startsWith("\"") || value.indexOf(' ') >= 0;
    }

    /// The beginning of the line of a record that a line can hold.
    ///
    /// @throws MarkIIException for what [#line] refuses
    static String checkedHeader(MarkIIRecord record) {
        if (record.fields().isEmpty()) {
            throw new MarkIIException(
                    "the record at " + record.time() + " has no field; a line needs at least one");
        }
        record.fields().forEach(MarkIIWriter::check);
        return Header.write(record.time(), record.form());
    }

    private static void check(Field field) {
        String value = field.value();
        for (int at = 0; at < value.length(); at++) {
            char c = value.charAt(at);
            boolean pair =
                    at + 1 < value.length() && Character.isSurrogatePair(c, value.charAt(at + 1));
            if (pair) {
                at++;
            } else if (c == '\r' || c == '\n' || c == '\0' || Character.isSurrogate(c)) {
                throw new MarkIIException(
                        "a line cannot hold U+%04X in the value of %s; pass the value through HostileText.recorded"
                                .formatted((int) c, field.key()));
            }
        }
    }

    private static MarkIIException failed(IOException cause) {
        return new MarkIIException("cannot write the log: " + cause + "; check the disk", cause);
    }
}
