package org.tsurutus.hunt;

import java.time.OffsetDateTime;
import org.tsurutus.markii.MarkIIRecord;

/// Short records for the tests of this module.
final class Records {
    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-11-22T12:00:00+09:00");

    private Records() {}

    /// The start of process `guid` by `parent`, `second` seconds after noon.
    static MarkIIRecord start(int second, String guid, String path, String parent) {
        return of(second, "ps", "start", guid, path)
                .put("cmd", "--of " + guid)
                .put("psID", 100 + second)
                .put("parentGUID", parent)
                .put("parentPath", "C:\\" + parent + ".exe")
                .put("psUser", "user")
                .build();
    }

    static MarkIIRecord.Builder of(
            int second, String event, String subEvent, String guid, String path) {
        return MarkIIRecord.at(NOON.plusSeconds(second))
                .put("sn", 1000 + second)
                .put("evt", event)
                .put("subEvt", subEvent)
                .put("tmid", "t1")
                .put("psGUID", guid)
                .put("psPath", path);
    }
}
