package org.tsurutus.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.tsurutus.sensor.trace.TraceBytes;

class ClipboardFormatTest {
    private static final int TEXT = 1;
    private static final int UNICODE_TEXT = 13;

    @Test
    void formatsHaveNamesOrNumbers() {
        assertThat(ClipboardFormat.name(UNICODE_TEXT)).isEqualTo("CF_UNICODETEXT");
        assertThat(ClipboardFormat.name(15)).isEqualTo("CF_HDROP");
        assertThat(ClipboardFormat.name(0xc001)).isEqualTo("49153");
        assertThat(ClipboardFormat.name(-1)).isEqualTo("4294967295");
    }

    @Test
    void aTextEndsAtItsNul() {
        assertThat(ClipboardFormat.text(UNICODE_TEXT, wide("日本\0hidden"))).contains("日本");
        assertThat(ClipboardFormat.text(UNICODE_TEXT, wide("open"))).contains("open");
        assertThat(ClipboardFormat.text(TEXT, bytes((byte) 0x93, (byte) 'x', (byte) 0, (byte) 'y')))
                .contains("\u201cx");
        assertThat(ClipboardFormat.text(TEXT, bytes((byte) 'x'))).contains("x");
    }

    @Test
    void anOddByteIsLeftOutAndNothingIsAnEmptyText() {
        assertThat(ClipboardFormat.text(UNICODE_TEXT, bytes((byte) 'a', (byte) 0, (byte) 'b')))
                .contains("a");
        assertThat(ClipboardFormat.text(UNICODE_TEXT, bytes())).contains("");
        assertThat(ClipboardFormat.text(TEXT, bytes())).contains("");
    }

    @Test
    void aPictureHasNoText() {
        assertThat(ClipboardFormat.text(2, bytes((byte) 'x'))).isEmpty();
    }

    private static TraceBytes wide(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_16LE));
    }

    private static TraceBytes bytes(byte... bytes) {
        return new TraceBytes(ByteBuffer.wrap(bytes), bytes.length);
    }
}
