package org.tsurutus.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.tsurutus.hunt.timeline.TimelineEntry;
import tools.jackson.databind.json.JsonMapper;

/// An entry of a timeline as JSON; see [TimelineEntry].
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record TimelineJson(
        String time,
        String terminal,
        String computer,
        String serial,
        String path,
        String guid,
        Optional<String> pid,
        String kind,
        String what,
        boolean background) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// The entry as one line.
    static String of(TimelineEntry entry) {
        return JSON.writeValueAsString(
                new TimelineJson(
                        entry.time().toString(),
                        entry.terminal(),
                        entry.computer(),
                        entry.serial(),
                        entry.path(),
                        entry.guid(),
                        entry.pid(),
                        entry.kind(),
                        entry.what(),
                        entry.background()));
    }
}
