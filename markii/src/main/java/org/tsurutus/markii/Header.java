package org.tsurutus.markii;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Writes the time at the start of a line; reading it is the work of the scan.
final class Header {
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("MM/dd/uuuu HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("xx", Locale.ROOT);
    private static final int NANO_DIGITS = 9;

    private Header() {}

    /// @throws MarkIIException for a time that the form cannot hold
    static String write(OffsetDateTime time, HeaderForm form) {
        String nanos = "%09d".formatted(time.getNano());
        int digits = form.fractionDigits();
        boolean holds =
                time.getYear() >= 0
                        && time.getYear() <= 9999
                        && time.getOffset().getTotalSeconds() % 60 == 0
                        && (form.zone() == HeaderForm.Zone.WRITTEN
                                || time.getOffset().equals(ZoneOffset.UTC))
                        && nanos.substring(digits).equals("0".repeat(NANO_DIGITS - digits));
        if (!holds) {
            throw new MarkIIException(
                    "a line of the form "
                            + form
                            + " cannot hold the time "
                            + time
                            + "; it needs a year of four digits, no finer fraction and a zone of"
                            + " whole minutes");
        }
        String fraction = digits == 0 ? "" : "." + nanos.substring(0, digits);
        String zone =
                switch (form.zone()) {
                    case WRITTEN -> " " + ZONE.format(time);
                    case NEGATIVE_ZERO -> " -0000";
                    case ABSENT -> "";
                };
        return SECONDS.format(time) + fraction + zone;
    }
}
