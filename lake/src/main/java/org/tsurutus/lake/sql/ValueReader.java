package org.tsurutus.lake.sql;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.Optional;
import java.util.OptionalLong;
import org.tsurutus.markii.vocabulary.ValueText;

/// Numbers and times from a line's bytes: at once in the forms that nearly all lines have, by way
/// of [ValueText] in the rarer ones.
final class ValueReader {
    private static final int MOST_PLAIN_DIGITS = 18;
    private static final int PLAIN_TIME_LENGTH = 23;
    private static final long MILLIS_A_DAY = 86_400_000;

    private long number;

    /// What was read last: the number, or microseconds since 1970.
    long number() {
        return number;
    }

    /// Reads a whole number of 64 bits with sign.
    ///
    /// @return whether it is one
    boolean readInteger(byte[] bytes, int from, int to) {
        boolean negative = from < to && bytes[from] == '-';
        int first = negative ? from + 1 : from;
        if (to - first > MOST_PLAIN_DIGITS) {
            OptionalLong value = ValueText.integer(text(bytes, from, to));
            number = value.orElse(0);
            return value.isPresent();
        }
        long value = 0;
        for (int at = first; at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            value = value * 10 + digit;
        }
        number = negative ? -value : value;
        return first < to;
    }

    /// Reads `MM/dd/yyyy HH:mm:ss` with a fraction, as microseconds since 1970 of a clock without a
    /// zone.
    ///
    /// @return whether it is one, and of whole microseconds
    boolean readTime(byte[] bytes, int from, int to) {
        return readPlainTime(bytes, from, to) || readRareTime(bytes, from, to);
    }

    private boolean readPlainTime(byte[] bytes, int from, int to) {
        boolean shaped =
                to - from == PLAIN_TIME_LENGTH
                        && bytes[from + 2] == '/'
                        && bytes[from + 5] == '/'
                        && bytes[from + 10] == ' '
                        && bytes[from + 13] == ':'
                        && bytes[from + 16] == ':'
                        && bytes[from + 19] == '.';
        if (!shaped) {
            return false;
        }
        int month = digits(bytes, from, 2);
        int day = digits(bytes, from + 3, 2);
        int year = digits(bytes, from + 6, 4);
        int hour = digits(bytes, from + 11, 2);
        int minute = digits(bytes, from + 14, 2);
        int second = digits(bytes, from + 17, 2);
        int millis = digits(bytes, from + 20, 3);
        boolean digits = (month | day | year | hour | minute | second | millis) >= 0;
        if (!digits || hour > 23 || minute > 59 || second > 59) {
            return false;
        }
        try {
            long days = LocalDate.of(year, month, day).toEpochDay();
            long millisOfDay = ((hour * 60L + minute) * 60 + second) * 1000 + millis;
            number = (days * MILLIS_A_DAY + millisOfDay) * 1000;
            return true;
        } catch (DateTimeException _) {
            return false;
        }
    }

    private boolean readRareTime(byte[] bytes, int from, int to) {
        Optional<Long> micros = ValueText.time(text(bytes, from, to)).flatMap(ValueReader::micros);
        number = micros.orElse(0L);
        return micros.isPresent();
    }

    private static Optional<Long> micros(LocalDateTime time) {
        boolean isWhole = time.get(ChronoField.NANO_OF_SECOND) % 1000 == 0;
        return Optional.of(
                        time.toEpochSecond(ZoneOffset.UTC) * 1_000_000
                                + time.get(ChronoField.MICRO_OF_SECOND))
                .filter(_ -> isWhole);
    }

    /// The number that so many digits are, or -1.
    private static int digits(byte[] bytes, int from, int count) {
        int value = 0;
        for (int at = from; at < from + count; at++) {
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
