package org.tsurutus.sensor.trace;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/// Puts lines together from bytes that were cut anywhere. A line is kept up to a limit; the rest of
/// a longer one is left out and counted.
public final class TraceLines {
    /// The limit of a line in bytes.
    public static final int MAX_BYTES = 1 << 20;

    private static final int USUAL_BYTES = 8192;

    private byte[] line = new byte[USUAL_BYTES];
    private int length;
    private boolean cut;
    private long lines;
    private long cutLines;

    /// One line without its end.
    ///
    /// @param text one character per byte (ISO 8859-1), because names in it may be any bytes
    /// @param cut whether the line went on
    public record Line(String text, boolean cut) {}

    /// Takes the next bytes and hands on every line that they complete.
    public void accept(ByteBuffer chunk, Consumer<Line> out) {
        ByteBuffer bytes = chunk.duplicate();
        while (bytes.hasRemaining()) {
            byte next = bytes.get();
            if (next == '\n') {
                out.accept(take());
            } else if (length < MAX_BYTES) {
                if (length == line.length) {
                    line = Arrays.copyOf(line, Math.min(MAX_BYTES, length * 2));
                }
                line[length++] = next;
            } else {
                cut = true;
            }
        }
    }

    /// The last line when the trace ended without a line end; it counts as cut.
    public Optional<Line> rest() {
        if (length == 0) {
            return Optional.empty();
        }
        cut = true;
        return Optional.of(take());
    }

    /// How many lines were handed on.
    public long lines() {
        return lines;
    }

    /// How many of them were cut.
    public long cutLines() {
        return cutLines;
    }

    private Line take() {
        Line taken = new Line(new String(line, 0, length, StandardCharsets.ISO_8859_1), cut);
        lines++;
        cutLines += cut ? 1 : 0;
        if (line.length > USUAL_BYTES) {
            line = new byte[USUAL_BYTES];
        }
        length = 0;
        cut = false;
        return taken;
    }
}
