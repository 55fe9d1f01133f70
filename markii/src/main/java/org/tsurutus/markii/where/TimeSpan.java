package org.tsurutus.markii.where;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import org.tsurutus.markii.value.RecordTime;
import org.tsurutus.markii.vocabulary.ValueText;

/// A time of an expression: a microsecond, or a whole day.
///
/// @param begin its first microsecond since 1970
/// @param end the microsecond behind its last
/// @param zoned whether it is an instant; otherwise it is by the terminal's clock
record TimeSpan(long begin, long end, boolean zoned) {
    private static final long DAY = 86_400_000_000L;
    private static final int LATEST_YEAR = 9999;

    /// Reads `2026-11-22T12:00:00+09:00`, the same without zone, a date, or the form of a line's
    /// own times.
    static Optional<TimeSpan> parse(String text) {
        return read(text, TimeSpan::instant)
                .or(() -> read(text, local -> local(LocalDateTime.parse(local))))
                .or(() -> ValueText.time(text).map(TimeSpan::local))
                .or(() -> read(text, TimeSpan::day));
    }

    /// Negative, zero or positive as a time lies before, in or behind this.
    int compare(long time) {
        if (time < begin) {
            return -1;
        }
        return time < end ? 0 : 1;
    }

    private static Optional<TimeSpan> read(String text, Function<String, TimeSpan> reader) {
        try {
            return Optional.of(reader.apply(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static TimeSpan instant(String text) {
        OffsetDateTime time = OffsetDateTime.parse(text);
        long begin = micros(time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
        return new TimeSpan(begin, begin + 1, true);
    }

    private static TimeSpan local(LocalDateTime time) {
        return new TimeSpan(micros(time), micros(time) + 1, false);
    }

    private static TimeSpan day(String text) {
        long begin = micros(LocalDate.parse(text).atStartOfDay());
        return new TimeSpan(begin, begin + DAY, false);
    }

    private static long micros(LocalDateTime time) {
        if (Math.abs(time.getYear()) > LATEST_YEAR) {
            throw new DateTimeParseException("the year has over four digits", time.toString(), 0);
        }
        return RecordTime.local(time);
    }
}
