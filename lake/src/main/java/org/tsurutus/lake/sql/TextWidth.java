package org.tsurutus.lake.sql;

import java.util.Set;

/// How wide a text stands on a terminal, where Chinese, Japanese and Korean take two places.
final class TextWidth {
    private static final String CUT = "…";
    private static final int FIRST_FULL_WIDTH = 0xFF01;
    private static final int LAST_FULL_WIDTH = 0xFF60;
    private static final Set<Character.UnicodeScript> WIDE =
            Set.of(
                    Character.UnicodeScript.HAN,
                    Character.UnicodeScript.HIRAGANA,
                    Character.UnicodeScript.KATAKANA,
                    Character.UnicodeScript.HANGUL);

    private TextWidth() {}

    static int of(String text) {
        return text.codePoints().map(TextWidth::of).sum();
    }

    /// The text, or its beginning and `…` so that it is no wider than `most`.
    static String cut(String text, int most) {
        int width = 0;
        int kept = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            width += of(text.codePointAt(at));
            if (width > most) {
                return text.substring(0, kept) + CUT;
            }
            if (width < most) {
                kept = at + Character.charCount(text.codePointAt(at));
            }
        }
        return text;
    }

    private static int of(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean isFullWidth = codePoint >= FIRST_FULL_WIDTH && codePoint <= LAST_FULL_WIDTH;
        return isFullWidth || WIDE.contains(Character.UnicodeScript.of(codePoint)) ? 2 : 1;
    }
}
