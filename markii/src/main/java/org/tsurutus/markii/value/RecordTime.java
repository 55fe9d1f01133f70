package org.tsurutus.markii.value;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.Optional;
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
    private static final String USUAL = "00/00/0000 00:00:00.000";

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
    public static OptionalLong local(ValueBytes value) {
        Optional<LocalDateTime> time = read(value);
        return time.isPresent() ? OptionalLong.of(local(time.get())) : OptionalLong.empty();
    }

    /// The time that a value writes, see [ValueText#time].
    public static Optional<LocalDateTime> read(ValueBytes value) {
        return isUsual(value) ? readUsual(value) : ValueText.time(value.text());
    }

    /// Whether the value has the shape of nearly all times, `MM/dd/yyyy HH:mm:ss.SSS`.
    private static boolean isUsual(ValueBytes value) {
        boolean usual = value.to() - value.from() == USUAL.length();
        for (int at = 0; usual && at < USUAL.length(); at++) {
            byte found = value.bytes()[value.from() + at];
            char expected = USUAL.charAt(at);
            usual = expected == '0' ? found >= '0' && found <= '9' : found == expected;
        }
        return usual;
    }

    private static Optional<LocalDateTime> readUsual(ValueBytes value) {
        try {
            return Optional.of(
                    LocalDateTime.of(
                            number(value, 6, 4),
                            number(value, 0, 2),
                            number(value, 3, 2),
                            number(value, 11, 2),
                            number(value, 14, 2),
                            number(value, 17, 2),
                            number(value, 20, 3) * NANOS_OF_MILLI));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static int number(ValueBytes value, int from, int digits) {
        int number = 0;
        for (int at = value.from() + from; at < value.from() + from + digits; at++) {
            number = number * 10 + value.bytes()[at] - '0';
        }
        return number;
    }

    /// A time without zone.
    public static long local(LocalDateTime time) {
        return time.toEpochSecond(ZoneOffset.UTC) * MICROS_OF_SECOND
                + time.get(ChronoField.MICRO_OF_SECOND);
    }
}
