package org.tsurutus.markii.scan;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.tsurutus.markii.scan.LineCursor.Encoding;

/// Which encoding a line has.
final class Encodings {
    private static final Charset JAPANESE = Charset.forName("windows-31j");

    private Encodings() {}

    static Encoding of(byte[] bytes, int from, int to) {
        if (Utf8.isWellFormed(bytes, from, to)) {
            return Encoding.UTF_8;
        }
        try {
            JAPANESE.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
            return Encoding.WINDOWS_31J;
        } catch (CharacterCodingException _) {
            return Encoding.NONE;
        }
    }

    static Charset charset(Encoding encoding) {
        return switch (encoding) {
            case UTF_8, NONE -> StandardCharsets.UTF_8;
            case WINDOWS_31J -> JAPANESE;
        };
    }
}
