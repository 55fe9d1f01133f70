package org.tsurutus.bench;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Text that was encoded once, to be copied into many lines.
final class Utf8 {
    private final byte[] bytes;

    private Utf8(byte[] bytes) {
        this.bytes = bytes;
    }

    static Utf8 of(String text) {
        return new Utf8(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Takes a copy of a part of `buffer`.
    static Utf8 copy(byte[] buffer, int length) {
        return new Utf8(Arrays.copyOf(buffer, length));
    }

    /// Copies the text to `target` and answers where it ends there.
    int copyTo(byte[] target, int at) {
        System.arraycopy(bytes, 0, target, at, bytes.length);
        return at + bytes.length;
    }

    @Override
    public String toString() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
