package org.tsurutus.hunt.timeline;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.tsurutus.markii.MarkIIRecord;

/// One record of a timeline. Its texts are as a specimen may have written them.
///
/// @param time by the terminal's clock
/// @param terminal the `tmid` of its terminal; empty where the record lacks it
/// @param computer the name of the terminal; empty where the record lacks it
/// @param serial the record's serial number as it is written; empty where it lacks it
/// @param path the image of the acting process; empty where there is none
/// @param guid the acting process; empty where there is none
/// @param pid Windows' number for the process that starts or ends
/// @param kind `evt/subEvt`
/// @param what what happened
/// @param background whether the system did it unasked
public record TimelineEntry(
        OffsetDateTime time,
        String terminal,
        String computer,
        String serial,
        String path,
        String guid,
        Optional<String> pid,
        String kind,
        String what,
        boolean background) {

    /// What a record says.
    public static TimelineEntry of(MarkIIRecord record) {
        String kind = record.kind();
        return new TimelineEntry(
                record.time(),
                record.value("tmid", ""),
                record.value("com", ""),
                record.value("sn", ""),
                record.value("psPath", ""),
                record.value("psGUID", ""),
                kind.startsWith("ps/") ? record.value("psID") : Optional.empty(),
                kind,
                Narrator.what(record),
                record.isBackground());
    }
}
