package org.tsurutus.app.report;

import org.tsurutus.hunt.timeline.Narrator;
import org.tsurutus.markii.MarkIIRecord;

/// One change of the registry.
record RegistryRow(
        String time, String process, String kind, String place, String type, String data) {
    static RegistryRow of(MarkIIRecord record, String process, TimeBase base) {
        return new RegistryRow(
                base.offset(record.time()),
                process,
                ShownText.of(record.value("subEvt", "")),
                ShownText.of(Narrator.registryPlace(record)),
                ShownText.of(record.value("valType", "")),
                ShownText.of(Narrator.registryData(record)));
    }
}
