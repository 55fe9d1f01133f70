package org.tsurutus.markii;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/// The time at the start of every line, 29 ASCII characters without a key.
final class Header {
    static final int LENGTH = 29;
    static final String SHAPE = "MM/dd/yyyy HH:mm:ss.SSS +HHMM";

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("MM/dd/uuuu HH:mm:ss.SSS xx", Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);

    private Header() {}

    static Optional<OffsetDateTime> read(String line) {
        try {
            return Optional.of(OffsetDateTime.parse(line.substring(0, LENGTH), FORMAT));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /// @throws MarkIIException for a time that the 29 characters cannot hold
    static String write(OffsetDateTime time) {
        boolean holds =
                time.getYear() >= 0
                        && time.getYear() <= 9999
                        && time.getNano() % 1_000_000 == 0
                        && time.getOffset().getTotalSeconds() % 60 == 0;
        if (!holds) {
            throw new MarkIIException(
                    "a line cannot hold the time "
                            + time
                            + "; it needs a year of four digits, whole milliseconds and a zone of"
                            + " whole minutes");
        }
        return time.format(FORMAT);
    }
}
