package org.tsurutus.app.report;

import java.util.Optional;
import org.tsurutus.hunt.timeline.Category;
import org.tsurutus.hunt.timeline.Narrator;
import org.tsurutus.markii.MarkIIRecord;

/// One record in the timeline.
///
/// @param time the offset from the specimen's start
/// @param category what it touches, the name of its style
/// @param process the acting process, its name and its number
/// @param pictures where the screen at that moment is shown
record EventRow(
        String time,
        String category,
        String process,
        String kind,
        String what,
        Optional<ClickLinks.Link> pictures) {
    private static final String CLICKER = "CrazyClicker";

    static EventRow of(MarkIIRecord record, String process, TimeBase base) {
        return of(record, process, base, Optional.empty());
    }

    /// A click of the lab, which no process of the PC did.
    static EventRow click(
            MarkIIRecord record,
            Optional<ClickLinks.Link> pictures,
            TimeBase base,
            Computers computers) {
        String clicker = computers.label(record.value("tmid", ""), CLICKER);
        return of(record, clicker, base, pictures);
    }

    private static EventRow of(
            MarkIIRecord record,
            String process,
            TimeBase base,
            Optional<ClickLinks.Link> pictures) {
        return new EventRow(
                base.offset(record.time()),
                Category.of(record).word(),
                process,
                ShownText.of(record.kind()),
                ShownText.of(Narrator.what(record)),
                pictures);
    }
}
