package org.tsurutus.app.report;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.tsurutus.app.report.Screens.ClickRow;
import org.tsurutus.markii.MarkIIRecord;

/// Leads from the clicks that a log tells of to their pictures. A record names the frame that was
/// judged; clicks on the same frame stand in the same order in both.
final class ClickLinks {
    private final List<ClickRow> waiting;

    /// Where the pictures of a click are.
    ///
    /// @param anchor the place in the page
    /// @param millis the moment of the click, on the clock of the film
    record Link(String anchor, long millis) {}

    ClickLinks(List<ClickRow> clicks) {
        waiting = new ArrayList<>(clicks);
    }

    /// The link of the next record of a click; empty where the page has no pictures of it.
    Optional<Link> next(MarkIIRecord record) {
        String frame = record.value("frame", "");
        if (frame.isEmpty()) {
            return Optional.empty();
        }
        for (Iterator<ClickRow> rows = waiting.iterator(); rows.hasNext(); ) {
            ClickRow row = rows.next();
            if (row.click().frame().startsWith(frame) && isOfSamePc(row, record)) {
                rows.remove();
                return Optional.of(new Link(row.anchor(), row.click().millis()));
            }
        }
        return Optional.empty();
    }

    /// The screens of two PCs may look alike.
    private static boolean isOfSamePc(ClickRow row, MarkIIRecord record) {
        return row.computer().isEmpty() || row.terminal().equals(record.value("tmid", ""));
    }
}
