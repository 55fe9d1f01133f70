package org.tsurutus.network.lines;

import java.nio.charset.Charset;
import org.tsurutus.network.packet.Octets;

/// Texts of strangers: bounded, and without characters that steer terminals unless JSON escapes
/// them anyway.
public final class Texts {
    private static final int LONGEST = 2048;
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int REPLACEMENT = 0xfffd;

    private Texts() {}

    /// Bytes as a text.
    public static String of(Octets bytes, Charset charset) {
        int most = Math.min(bytes.length(), 4 * (LONGEST + 1));
        return clean(new String(bytes.slice(0, most).toArray(), charset));
    }

    /// A text without what could steer a terminal.
    public static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints()
                .limit(LONGEST)
                .map(point -> isHarmless(point) ? point : REPLACEMENT)
                .forEach(clean::appendCodePoint);
        return text.codePointCount(0, text.length()) > LONGEST
                ? clean.append('…').toString()
                : clean.toString();
    }

    private static boolean isHarmless(int point) {
        return point < FIRST_PRINTABLE
                || (!Character.isISOControl(point)
                        && Character.getType(point) != Character.FORMAT
                        && Character.getType(point) != Character.SURROGATE);
    }
}
