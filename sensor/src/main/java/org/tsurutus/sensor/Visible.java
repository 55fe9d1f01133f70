package org.tsurutus.sensor;

import java.util.Locale;

/// Names that a hostile program chose must neither break a line of the log nor hide in it.
final class Visible {
    private static final char FIRST_PICTURE = 0x2400;
    private static final char DELETE = 0x7f;
    private static final char PICTURE_OF_DELETE = 0x2421;
    private static final char NEXT_LINE = 0x85;
    private static final char LINE_SEPARATOR = 0x2028;
    private static final char PARAGRAPH_SEPARATOR = 0x2029;

    private Visible() {}

    /// The text with control characters as their Unicode pictures (`NUL` is U+2400), and with other
    /// line ends and lone surrogates as `\xHHHH`.
    static String text(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ') {
                visible.append((char) (FIRST_PICTURE + c));
            } else if (c == DELETE) {
                visible.append(PICTURE_OF_DELETE);
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                visible.append(c).append(text.charAt(++i));
            } else if (Character.isSurrogate(c)
                    || c == NEXT_LINE
                    || c == LINE_SEPARATOR
                    || c == PARAGRAPH_SEPARATOR) {
                visible.append(String.format(Locale.ROOT, "\\x%04x", (int) c));
            } else {
                visible.append(c);
            }
        }
        return visible.toString();
    }
}
