package org.tsurutus.farm.specimen;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Whether bytes can be the text of a script. Old code pages have no bytes that are wrong, so only
/// what no text holds speaks against it.
final class ScriptText {
    private ScriptText() {}

    static boolean isPlausible(byte[] content) {
        if (startsWith(content, 0xff, 0xfe)) {
            return decodes(content, StandardCharsets.UTF_16LE);
        }
        if (startsWith(content, 0xfe, 0xff)) {
            return decodes(content, StandardCharsets.UTF_16BE);
        }
        for (byte each : content) {
            if (each == 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean startsWith(byte[] content, int first, int second) {
        return content.length >= 2 && (content[0] & 0xff) == first && (content[1] & 0xff) == second;
    }

    private static boolean decodes(byte[] content, Charset charset) {
        try {
            return charset.newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .chars()
                    .allMatch(c -> c != 0);
        } catch (CharacterCodingException _) {
            return false;
        }
    }
}
