package org.tsurutus.markii.scan;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/// The time at the start of a line, from its bytes.
///
/// Real lines have 29 characters, `MM/dd/yyyy HH:mm:ss.SSS +HHMM`. Fractions of none to six digits
/// and a missing zone are read too, because other tools expect them. Lines of the same minute share
/// their first 16 bytes, so the calendar is asked once a minute only.
final class HeaderClock {
    static final String SHAPE = "MM/dd/yyyy HH:mm:ss.SSS +HHMM";

    /// The length without fraction and zone.
    static final int SHORTEST = 19;

    private static final int ZONE = 24;
    private static final int USUAL_LENGTH = 29;
    private static final long SIX_BYTES = 0xFFFF_FFFF_FFFFL;
    private static final long LAST_OF_ZONE_IS_SPACE = (long) ' ' << 40;
    private static final int MOST_FRACTION_DIGITS = 6;
    private static final int[] NANOS_OF_DIGIT = {
        100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000
    };

    private long dateAndHour;
    private long hourAndMinute;
    private long zone;
    private long minuteMillis;

    private long millis;
    private int nanos;
    private int zoneSeconds;
    private boolean hasZone;
    private int at;

    /// Milliseconds since 1970 in UTC of the last line that was read, cut from finer fractions.
    long millis() {
        return millis;
    }

    /// Nanoseconds within the second.
    int nanos() {
        return nanos;
    }

    /// The zone's distance from UTC in seconds; 0 where the line has none.
    int zoneSeconds() {
        return zoneSeconds;
    }

    boolean hasZone() {
        return hasZone;
    }

    /// Reads the header that begins at `start` of a line that ends before `end`.
    ///
    /// @return the place behind the header, or -1 if the line does not begin with one
    int read(byte[] bytes, int start, int end) {
        boolean sameMinute =
                end - start >= USUAL_LENGTH
                        && Swar.read(bytes, start) == dateAndHour
                        && Swar.read(bytes, start + 8) == hourAndMinute
                        && (Swar.read(bytes, start + ZONE) & SIX_BYTES) == zone
                        && bytes[start + 16] == ':'
                        && bytes[start + 19] == '.'
                        && bytes[start + 23] == ' ';
        if (sameMinute) {
            int seconds = number(bytes, start + 17, 2);
            int fraction = number(bytes, start + 20, 3);
            if (seconds >= 0 && seconds < 60 && fraction >= 0) {
                millis = minuteMillis + seconds * 1000L + fraction;
                nanos = fraction * 1_000_000;
                return start + USUAL_LENGTH;
            }
        }
        return readAny(bytes, start, end);
    }

    private int readAny(byte[] bytes, int start, int end) {
        zone = 0;
        at = start;
        if (end - start < SHORTEST) {
            return -1;
        }
        int month = number(bytes, start, 2);
        int day = number(bytes, start + 3, 2);
        int year = number(bytes, start + 6, 4);
        int hour = number(bytes, start + 11, 2);
        int minute = number(bytes, start + 14, 2);
        int second = number(bytes, start + 17, 2);
        boolean shaped =
                Math.min(Math.min(month, day), Math.min(year, hour)) >= 0
                        && Math.min(minute, second) >= 0
                        && bytes[start + 2] == '/'
                        && bytes[start + 5] == '/'
                        && bytes[start + 10] == ' '
                        && bytes[start + 13] == ':'
                        && bytes[start + 16] == ':';
        at = start + SHORTEST;
        if (!shaped || !readFraction(bytes, end) || !readZone(bytes, end)) {
            return -1;
        }
        try {
            LocalDateTime local = LocalDateTime.of(year, month, day, hour, minute, second);
            long epochSecond = local.toEpochSecond(ZoneOffset.ofTotalSeconds(zoneSeconds));
            millis = epochSecond * 1000 + nanos / 1_000_000;
            remember(bytes, start, end, (epochSecond - second) * 1000);
        } catch (DateTimeException _) {
            return -1;
        }
        return at;
    }

    private void remember(byte[] bytes, int start, int end, long minute) {
        boolean usual =
                at - start == USUAL_LENGTH && hasZone && end > at && bytes[start + 19] == '.';
        if (usual) {
            dateAndHour = Swar.read(bytes, start);
            hourAndMinute = Swar.read(bytes, start + 8);
            zone = Swar.read(bytes, start + ZONE) & SIX_BYTES;
            minuteMillis = minute;
            if ((zone & ~(SIX_BYTES >>> 8)) != LAST_OF_ZONE_IS_SPACE) {
                zone = 0;
            }
        }
    }

    private boolean readFraction(byte[] bytes, int end) {
        nanos = 0;
        if (at == end || bytes[at] != '.') {
            return true;
        }
        int digits = 0;
        at++;
        while (at < end && digits < MOST_FRACTION_DIGITS && isDigit(bytes[at])) {
            nanos += (bytes[at] - '0') * NANOS_OF_DIGIT[digits];
            digits++;
            at++;
        }
        return digits > 0;
    }

    /// A zone is a space, a sign and four digits; any other thing behind a space is a field.
    private boolean readZone(byte[] bytes, int end) {
        zoneSeconds = 0;
        hasZone =
                at + 1 < end && bytes[at] == ' ' && (bytes[at + 1] == '+' || bytes[at + 1] == '-');
        if (!hasZone) {
            return true;
        }
        if (end - at < 6) {
            return false;
        }
        int hours = number(bytes, at + 2, 2);
        int minutes = number(bytes, at + 4, 2);
        int seconds = hours * 3600 + minutes * 60;
        zoneSeconds = bytes[at + 1] == '-' ? -seconds : seconds;
        at += 6;
        return hours >= 0 && minutes >= 0 && minutes < 60 && seconds <= 18 * 3600;
    }

    private static int number(byte[] bytes, int at, int digits) {
        int number = 0;
        for (int i = at; i < at + digits; i++) {
            if (!isDigit(bytes[i])) {
                return -1;
            }
            number = number * 10 + bytes[i] - '0';
        }
        return number;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
