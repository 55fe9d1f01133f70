package org.tsurutus.markii;

/// Text that a specimen chose, made harmless without hiding that something was there.
///
/// Both ways are one-way: a reader cannot tell a replaced line feed from a name that held U+240A.
public final class HostileText {
    private static final int NEXT_LINE = 0x85;
    private static final int LINE_SEPARATOR = 0x2028;
    private static final int PARAGRAPH_SEPARATOR = 0x2029;
    private static final int DELETE = 0x7F;
    private static final int CONTROL_PICTURES = 0x2400;
    private static final int PICTURE_OF_DELETE = 0x2421;
    private static final int PICTURE_OF_NEWLINE = 0x2424;
    private static final int REPLACEMENT = 0xFFFD;

    private HostileText() {}

    /// The text as a log may hold it: one line, valid UTF-8.
    ///
    /// C0 controls become their control picture (line feed is `␊`, NUL is `␀`), delete becomes `␡`,
    /// the line ends that only some readers know (U+0085, U+2028, U+2029) become `␤`, and a lone
    /// surrogate becomes U+FFFD. Everything else stays.
    public static String recorded(String text) {
        if (text.codePoints().allMatch(codePoint -> recorded(codePoint) == codePoint)) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> safe.appendCodePoint(recorded(codePoint)));
        return safe.toString();
    }

    /// The text as a person may be shown it: besides what [#recorded] replaces, characters that
    /// cannot be seen or that turn the reading direction stand as `⟨U+202E⟩`.
    public static String shown(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints()
                .map(HostileText::recorded)
                .forEach(codePoint -> {
                    if (isUnseen(codePoint)) {
                        safe.append("⟨U+%04X⟩".formatted(codePoint));
                    } else {
                        safe.appendCodePoint(codePoint);
                    }
                });
        return safe.toString();
    }

    private static int recorded(int codePoint) {
        if (codePoint < ' ') {
            return CONTROL_PICTURES + codePoint;
        }
        if (codePoint == DELETE) {
            return PICTURE_OF_DELETE;
        }
        if (codePoint == NEXT_LINE
                || codePoint == LINE_SEPARATOR
                || codePoint == PARAGRAPH_SEPARATOR) {
            return PICTURE_OF_NEWLINE;
        }
        boolean loneSurrogate =
                codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        return loneSurrogate ? REPLACEMENT : codePoint;
    }

    private static boolean isUnseen(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.FORMAT;
    }
}
