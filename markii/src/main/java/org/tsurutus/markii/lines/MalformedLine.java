package org.tsurutus.markii.lines;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.tsurutus.markii.HostileText;
import org.tsurutus.markii.MarkIIException;
import org.tsurutus.markii.scan.Block;
import org.tsurutus.markii.scan.LineCursor;
import org.tsurutus.markii.scan.LogScan;
import org.tsurutus.markii.scan.LogSource;

/// A line of a log that is no record.
///
/// @param place where the line is
/// @param reason why it is no record
/// @param text the beginning of the line, made harmless to look at
public record MalformedLine(Citation place, String reason, String text) {
    private static final int MOST_TEXT = 400;

    /// Hands every such line on, in the order of the logs.
    ///
    /// @throws MarkIIException when a log cannot be read
    public static void forEach(List<LogSource> sources, Consumer<MalformedLine> taker) {
        LogScan.blocks(sources, MalformedLine::in, lines -> lines.forEach(taker));
    }

    private static List<MalformedLine> in(Block block) {
        List<MalformedLine> found = new ArrayList<>();
        LineCursor line = new LineCursor(block);
        while (line.next()) {
            if (line.kind() == LineCursor.Kind.MALFORMED && !line.isContinued()) {
                found.add(of(block, line));
            }
        }
        return found;
    }

    /// The malformed line that the cursor of a block stands on.
    public static MalformedLine of(Block block, LineCursor line) {
        int end = Math.min(line.end(), line.start() + MOST_TEXT);
        return new MalformedLine(
                Citation.of(block, line),
                line.reason(),
                HostileText.shown(line.text(line.start(), end)) + (end < line.end() ? "…" : ""));
    }

    /// `file:line:offset: reason`.
    @Override
    public String toString() {
        return place + ": " + reason;
    }
}
