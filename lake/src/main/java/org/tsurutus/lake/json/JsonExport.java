package org.tsurutus.lake.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.tsurutus.markii.MarkIIException;
import org.tsurutus.markii.lines.LineCounts;
import org.tsurutus.markii.scan.Block;
import org.tsurutus.markii.scan.LineCursor;
import org.tsurutus.markii.scan.LogScan;
import org.tsurutus.markii.scan.LogSource;
import org.tsurutus.markii.where.LineFilter;
import org.tsurutus.markii.where.LineSelection;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes logs as JSON, one object a line in the order of the logs.
///
/// @param form what the objects look like
/// @param selection which records are written
/// @param malformed whether lines that are no records become objects, too
public record JsonExport(JsonForm form, LineSelection selection, boolean malformed) {
    private static final JsonFactory JSON = JsonFactory.builder().rootValueSeparator("\n").build();
    private static final int USUAL_SIZE = 3 << 19;

    /// The text of a block.
    private record Piece(ByteArrayOutputStream text, LineCounts counts) {}

    /// Writes the logs.
    ///
    /// @return how many lines of each sort there were
    /// @throws MarkIIException when a log cannot be read
    /// @throws UncheckedIOException when the output cannot be written
    public LineCounts write(List<LogSource> sources, OutputStream out) {
        Output output = new Output(out);
        LogScan.blocks(sources, this::piece, output::add);
        return output.counts;
    }

    /// Where the pieces go, one after the other.
    private static final class Output {
        private final OutputStream out;
        private LineCounts counts = LineCounts.NONE;

        Output(OutputStream out) {
            this.out = out;
        }

        void add(Piece piece) {
            try {
                piece.text().writeTo(out);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write JSON: " + e.getMessage(), e);
            }
            counts = counts.plus(piece.counts());
        }
    }

    private Piece piece(Block block) {
        ByteArrayOutputStream text = new ByteArrayOutputStream(USUAL_SIZE);
        LineCounts counts;
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            counts = write(block, json);
        }
        if (text.size() > 0) {
            text.write('\n');
        }
        return new Piece(text, counts);
    }

    private LineCounts write(Block block, JsonGenerator json) {
        JsonForm.Writer writer = form.on(block);
        LineFilter filter = selection.on(block);
        LineCursor line = new LineCursor(block);
        long records = 0;
        long leftOut = 0;
        long malformedLines = 0;
        long endMarks = 0;
        while (line.next()) {
            switch (line.kind()) {
                case RECORD -> {
                    if (filter.matches(line)) {
                        writer.record(json, line);
                        records++;
                    } else {
                        leftOut++;
                    }
                }
                case MALFORMED -> {
                    if (!line.isContinued()) {
                        malformedLines++;
                        if (malformed) {
                            writer.malformed(json, line);
                        }
                    }
                }
                case END_MARK -> endMarks++;
            }
        }
        return new LineCounts(records, leftOut, malformedLines, endMarks);
    }
}
