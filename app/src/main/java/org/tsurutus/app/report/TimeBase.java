package org.tsurutus.app.report;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;

/// The moment that offsets are counted from; without one, offsets are empty.
record TimeBase(Optional<OffsetDateTime> zero) {
    String offset(OffsetDateTime time) {
        return zero.map(base -> ShownText.span(Duration.between(base, time))).orElse("");
    }
}
