package org.tsurutus.screen;

import java.time.Duration;
import java.time.Instant;

/// Time that passes only when someone rests, so that two seconds of waiting cost nothing.
final class VirtualTime {
    private static final Instant START = Instant.parse("2026-11-22T21:00:00Z");
    private static final long ORIGIN = 12_345;

    private long nanos = ORIGIN;

    ScreenClock clock() {
        return new ScreenClock(
                () -> START.plusNanos(nanos - ORIGIN), () -> nanos, ORIGIN, this::pass);
    }

    void pass(Duration time) {
        nanos += time.toNanos();
    }
}
