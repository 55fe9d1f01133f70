package org.tsurutus.lake.json;

import java.nio.charset.StandardCharsets;
import org.tsurutus.markii.scan.LineCursor;

/// The time at the start of a line as ISO 8601: the same digits in another order. A line without
/// zone gives a time without zone. Not for use by several threads at once.
final class HeaderText {
    private static final int LONGEST = 32;
    private static final int CLOCK = 11;
    private static final int ZONE = 6;
    private static final byte[] SHAPE = "yyyy-MM-ddT".getBytes(StandardCharsets.US_ASCII);

    private final byte[] text = new byte[LONGEST];
    private int length;

    HeaderText() {
        System.arraycopy(SHAPE, 0, text, 0, SHAPE.length);
    }

    byte[] bytes() {
        return text;
    }

    int length() {
        return length;
    }

    /// @param bytes the array of the line's block
    void read(byte[] bytes, LineCursor line) {
        int start = line.start();
        int end = line.keyStart(0) - 1 - (line.hasZone() ? ZONE : 0);
        System.arraycopy(bytes, start + 6, text, 0, 4);
        System.arraycopy(bytes, start, text, 5, 2);
        System.arraycopy(bytes, start + 3, text, 8, 2);
        System.arraycopy(bytes, start + CLOCK, text, SHAPE.length, end - start - CLOCK);
        length = SHAPE.length + end - start - CLOCK;
        if (line.hasZone()) {
            System.arraycopy(bytes, end + 1, text, length, 3);
            text[length + 3] = ':';
            System.arraycopy(bytes, end + 4, text, length + 4, 2);
            length += ZONE;
        }
    }
}
