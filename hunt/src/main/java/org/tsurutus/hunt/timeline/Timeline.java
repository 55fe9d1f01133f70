package org.tsurutus.hunt.timeline;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tsurutus.markii.Field;
import org.tsurutus.markii.MarkIIException;
import org.tsurutus.markii.MarkIIRecord;
import org.tsurutus.markii.scan.Block;
import org.tsurutus.markii.scan.LineCursor;
import org.tsurutus.markii.scan.LogScan;
import org.tsurutus.markii.scan.LogSource;

/// Writes the records of a log that is sorted by time as a timeline.
///
/// @param withBackground whether records of what the system did unasked are written, too
/// @param form how an entry is written, without a line end; runs on several threads at once
public record Timeline(boolean withBackground, Function<TimelineEntry, String> form) {

    /// How many records there were.
    ///
    /// @param written records that were written
    /// @param background records that were left out because the system did it unasked
    public record Counts(long written, long background) {
        Counts plus(Counts other) {
            return new Counts(written + other.written, background + other.background);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // nobody compares pieces
    private record Piece(byte[] text, Counts counts) {}

    /// Writes a timeline.
    ///
    /// @throws MarkIIException when the log cannot be read
    /// @throws UncheckedIOException when the output cannot be written
    public Counts write(LogSource sorted, OutputStream out) {
        Output output = new Output(out);
        LogScan.blocks(List.of(sorted), this::piece, output::add);
        return output.counts;
    }

    /// Where the pieces go, one after the other.
    private static final class Output {
        private final OutputStream out;
        private Counts counts = new Counts(0, 0);

        Output(OutputStream out) {
            this.out = out;
        }

        void add(Piece piece) {
            try {
                out.write(piece.text());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write the timeline: " + e.getMessage(), e);
            }
            counts = counts.plus(piece.counts());
        }
    }

    private Piece piece(Block block) {
        StringBuilder text = new StringBuilder();
        LineCursor line = new LineCursor(block);
        long written = 0;
        long background = 0;
        while (line.next()) {
            if (line.kind() != LineCursor.Kind.RECORD) {
                continue;
            }
            TimelineEntry entry = TimelineEntry.of(record(line));
            if (entry.background() && !withBackground) {
                background++;
            } else {
                text.append(form.apply(entry)).append('\n');
                written++;
            }
        }
        return new Piece(
                text.toString().getBytes(StandardCharsets.UTF_8), new Counts(written, background));
    }

    private static MarkIIRecord record(LineCursor line) {
        OffsetDateTime time =
                Instant.ofEpochMilli(line.millis())
                        .atOffset(ZoneOffset.ofTotalSeconds(line.zoneSeconds()));
        List<Field> fields = new ArrayList<>(line.fields());
        for (int field = 0; field < line.fields(); field++) {
            fields.add(new Field(line.key(field), line.value(field), line.isQuoted(field)));
        }
        return new MarkIIRecord(time, fields);
    }
}
