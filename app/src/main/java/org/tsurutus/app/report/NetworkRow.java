package org.tsurutus.app.report;

import org.tsurutus.hunt.timeline.Narrator;
import org.tsurutus.markii.MarkIIRecord;

/// One event of the network.
record NetworkRow(
        String time, String process, String kind, String endpoint, String received, String sent) {
    static NetworkRow of(MarkIIRecord record, String process, TimeBase base) {
        return new NetworkRow(
                base.offset(record.time()),
                process,
                ShownText.of(record.value("subEvt", "")),
                ShownText.of(Narrator.endpoint(record)),
                ShownText.of(record.value("recv", "")),
                ShownText.of(record.value("send", "")));
    }
}
