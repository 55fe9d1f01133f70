package org.tsurutus.markii;

/// How a line writes its time. Every line that was ever seen is [#USUAL]; the others are read
/// because tools written against real logs expect them, and are written back as they stood.
///
/// @param fractionDigits how many digits the seconds' fraction has, none to six
/// @param zone how the line writes its zone
public record HeaderForm(int fractionDigits, Zone zone) {
    /// `MM/dd/yyyy HH:mm:ss.SSS +HHMM`.
    public static final HeaderForm USUAL = new HeaderForm(3, Zone.WRITTEN);

    private static final int MOST_DIGITS = 6;
    private static final int FRACTION = 19;

    /// How a line writes its zone.
    public enum Zone {
        /// A sign and four digits, `+0000` for UTC.
        WRITTEN,
        /// `-0000`.
        NEGATIVE_ZERO,
        /// Not at all; UTC is then assumed, which may be wrong.
        ABSENT
    }

    public HeaderForm {
        if (fractionDigits < 0 || fractionDigits > MOST_DIGITS) {
            throw new MarkIIException(
                    "a line's time has none to six digits behind its seconds, not "
                            + fractionDigits);
        }
    }

    /// The form of a header that has been read.
    static HeaderForm of(String header) {
        int zone = header.indexOf(' ', FRACTION);
        int end = zone < 0 ? header.length() : zone;
        int digits = Math.max(0, end - FRACTION - 1);
        if (zone < 0) {
            return new HeaderForm(digits, Zone.ABSENT);
        }
        boolean negativeZero = header.startsWith("-0000", zone + 1);
        return new HeaderForm(digits, negativeZero ? Zone.NEGATIVE_ZERO : Zone.WRITTEN);
    }
}
