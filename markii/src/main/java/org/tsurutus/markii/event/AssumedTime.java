package org.tsurutus.markii.event;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/// A time that stood in a value without a zone. It is taken to be in the zone of the record's own
/// time, which fits every real line that could be checked but is nowhere promised; times of copied
/// files may even come from another computer's clock.
///
/// @param instant the moment, if the zone is right
/// @param assumedZone the zone of the record's time
/// @param local the time as it stood
public record AssumedTime(Instant instant, ZoneOffset assumedZone, LocalDateTime local) {

    static AssumedTime of(LocalDateTime local, ZoneOffset zone) {
        return new AssumedTime(local.toInstant(zone), zone, local);
    }
}
