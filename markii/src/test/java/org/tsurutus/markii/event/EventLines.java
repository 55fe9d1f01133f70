package org.tsurutus.markii.event;

import org.tsurutus.markii.MarkIIReader;

/// Lines that the tests share.
final class EventLines {
    static final String TIME = "06/16/2017 13:13:13.890 +0900";
    static final String GUID = "{4EEBA2F1-FB65-42BF-A258-4121E64FB1D7}";

    private EventLines() {}

    static Event event(String fields) {
        return Event.of(MarkIIReader.record(TIME + " " + fields));
    }
}
