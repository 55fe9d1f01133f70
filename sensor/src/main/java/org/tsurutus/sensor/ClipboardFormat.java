package org.tsurutus.sensor;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;
import org.tsurutus.sensor.trace.TraceBytes;

/// Formats of the clipboard, by the numbers of `winuser.h`.
final class ClipboardFormat {
    private static final int TEXT = 1;
    private static final int UNICODE_TEXT = 13;
    private static final Charset ANSI = Charset.forName("windows-1252");
    private static final Map<Integer, String> NAMES =
            Map.of(
                    TEXT,
                    "CF_TEXT",
                    2,
                    "CF_BITMAP",
                    7,
                    "CF_OEMTEXT",
                    8,
                    "CF_DIB",
                    UNICODE_TEXT,
                    "CF_UNICODETEXT",
                    15,
                    "CF_HDROP",
                    16,
                    "CF_LOCALE",
                    17,
                    "CF_DIBV5");

    private ClipboardFormat() {}

    /// The name, or the number where it is not known.
    static String name(int format) {
        return NAMES.getOrDefault(format, Integer.toUnsignedString(format));
    }

    /// The text up to its closing NUL, of formats that are text.
    static Optional<String> text(int format, TraceBytes data) {
        ByteBuffer bytes = data.bytes();
        if (format == UNICODE_TEXT) {
            StringBuilder text = new StringBuilder();
            for (int at = 0; at + 1 < bytes.limit() && bytes.getChar(at) != 0; at += 2) {
                text.append(bytes.getChar(at));
            }
            return Optional.of(text.toString());
        }
        if (format == TEXT) {
            int end = 0;
            while (end < bytes.limit() && bytes.get(end) != 0) {
                end++;
            }
            return Optional.of(ANSI.decode(bytes.slice(0, end)).toString());
        }
        return Optional.empty();
    }
}
