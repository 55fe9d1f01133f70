package org.tsurutus.markii.lines;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.tsurutus.markii.MarkIIException;
import org.tsurutus.markii.scan.Block;
import org.tsurutus.markii.scan.LineCursor;
import org.tsurutus.markii.scan.LogScan;
import org.tsurutus.markii.scan.LogSource;
import org.tsurutus.markii.where.LineFilter;
import org.tsurutus.markii.where.LineSelection;

/// Copies the chosen records of logs, byte for byte and in their order.
public final class MatchingLines {
    private final OutputStream out;
    private final long limit;
    private LineCounts counts = LineCounts.NONE;
    private boolean breakMissing;

    /// What a block holds for the output.
    private record Match(Block block, Ranges ranges, LineCounts counts) {}

    /// Ends a scan whose result is complete.
    private static final class Enough extends RuntimeException {
        Enough() {
            super("the limit is reached", null, false, false);
        }
    }

    private MatchingLines(OutputStream out, long limit) {
        this.out = out;
        this.limit = limit;
    }

    /// Writes the chosen records. A line without a line end gets one if another follows; neither
    /// byte order marks nor lines that are no records are written.
    ///
    /// @param limit after how many records to stop reading
    /// @return what was written, and what was passed on the way
    /// @throws MarkIIException when a log cannot be read
    /// @throws UncheckedIOException when the output cannot be written
    public static LineCounts write(
            List<LogSource> sources, LineSelection selection, long limit, OutputStream out) {
        MatchingLines lines = new MatchingLines(out, limit);
        try {
            LogScan.blocks(sources, block -> match(block, selection), lines::write);
        } catch (Enough _) {
            return lines.counts;
        }
        return lines.counts;
    }

    private static Match match(Block block, LineSelection selection) {
        LineFilter filter = selection.on(block);
        LineCursor line = new LineCursor(block);
        Ranges ranges = new Ranges();
        long leftOut = 0;
        long malformed = 0;
        long endMarks = 0;
        while (line.next()) {
            switch (line.kind()) {
                case RECORD -> {
                    if (filter.matches(line)) {
                        ranges.add(line.start(), line.endWithBreak());
                    } else {
                        leftOut++;
                    }
                }
                case MALFORMED -> malformed += line.isContinued() ? 0 : 1;
                case END_MARK -> endMarks++;
            }
        }
        return new Match(
                block, ranges, new LineCounts(ranges.added(), leftOut, malformed, endMarks));
    }

    private void write(Match match) {
        long wanted = limit - counts.records();
        byte[] bytes = match.block().bytes();
        try {
            if (match.counts().records() < wanted) {
                for (int at = 0; at < match.ranges().size(); at++) {
                    write(bytes, match.ranges().from(at), match.ranges().to(at));
                }
                counts = counts.plus(match.counts());
                return;
            }
            writeFirst(wanted, match);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the lines: " + e.getMessage(), e);
        }
        counts = counts.plus(new LineCounts(wanted, 0, 0, 0));
        throw new Enough();
    }

    /// A record holds no line feed, so that counting them counts records.
    private void writeFirst(long wanted, Match match) throws IOException {
        byte[] bytes = match.block().bytes();
        long left = wanted;
        for (int at = 0; at < match.ranges().size() && left > 0; at++) {
            int from = match.ranges().from(at);
            int to = from;
            while (to < match.ranges().to(at) && left > 0) {
                left -= bytes[to] == '\n' ? 1 : 0;
                to++;
            }
            write(bytes, from, to);
        }
    }

    private void write(byte[] bytes, int from, int to) throws IOException {
        if (breakMissing) {
            out.write('\n');
        }
        out.write(bytes, from, to - from);
        breakMissing = bytes[to - 1] != '\n';
    }
}
