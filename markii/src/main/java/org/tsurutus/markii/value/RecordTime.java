package org.tsurutus.markii.value;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.tsurutus.markii.scan.LineCursor;
import org.tsurutus.markii.vocabulary.ValueText;

/// Times of a record in microseconds since 1970, as instants in UTC or as the terminal's clock
/// shows them.
public final class RecordTime {
    private static final long MICROS_OF_MILLI = 1_000;
    private static final long MICROS_OF_SECOND = 1_000_000;
    private static final int NANOS_OF_MILLI = 1_000_000;
    private static final int NANOS_OF_MICRO = 1_000;

    private RecordTime() {}

    /// The instant at the start of a record's line.
    public static long instant(LineCursor line) {
        return line.millis() * MICROS_OF_MILLI + line.nanos() % NANOS_OF_MILLI / NANOS_OF_MICRO;
    }

    /// How far the record's clock is ahead of UTC.
    public static long zone(LineCursor line) {
        return line.zoneSeconds() * MICROS_OF_SECOND;
    }

    /// The time that a value writes, by the terminal's clock; nothing for a text that is none.
    public static OptionalLong local(String text) {
        return ValueText.time(text)
                .map(time -> OptionalLong.of(local(time)))
                .orElseGet(OptionalLong::empty);
    }

    /// A time without zone.
    public static long local(LocalDateTime time) {
        return time.toEpochSecond(ZoneOffset.UTC) * MICROS_OF_SECOND
                + time.getNano() / NANOS_OF_MICRO;
    }
}
