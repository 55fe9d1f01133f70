package org.tsurutus.app.report;

import org.tsurutus.hunt.timeline.Category;
import org.tsurutus.hunt.timeline.Narrator;
import org.tsurutus.markii.MarkIIRecord;

/// One record in the timeline.
///
/// @param time the offset from the specimen's start
/// @param category what it touches, the name of its style
/// @param process the acting process, its name and its number
record EventRow(String time, String category, String process, String kind, String what) {
    static EventRow of(MarkIIRecord record, String process, TimeBase base) {
        return new EventRow(
                base.offset(record.time()),
                Category.of(record).word(),
                process,
                ShownText.of(record.kind()),
                ShownText.of(Narrator.what(record)));
    }
}
