package org.tsurutus.sensor.fact;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Unix names are bytes. They are read as UTF-8, and a byte that is none stays visible as `\xHH`,
/// so that the same bytes always give the same text.
public final class UnixText {
    private UnixText() {}

    /// Decodes all remaining bytes; the buffer's position stays where it is.
    public static String decode(ByteBuffer bytes) {
        ByteBuffer in = bytes.duplicate();
        CharsetDecoder decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer out = CharBuffer.allocate(in.remaining());
        StringBuilder text = new StringBuilder(in.remaining());
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            text.append(out.flip());
            out.clear();
            if (!result.isError()) {
                return text.toString();
            }
            for (int i = 0; i < result.length(); i++) {
                text.append(String.format(Locale.ROOT, "\\x%02x", in.get() & 0xff));
            }
            decoder.reset();
        }
    }
}
