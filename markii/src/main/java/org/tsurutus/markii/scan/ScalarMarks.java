package org.tsurutus.markii.scan;

/// One byte after the other: what every Java can run, and what the faster way is compared with.
final class ScalarMarks extends LineMarks {
    @Override
    void find(byte[] bytes, int start, int limit) {
        begin();
        boolean inside = false;
        int base = start;
        int at = start;
        long outside = 0;
        long quote = 0;
        long control = 0;
        boolean notAscii = false;
        while (at < limit && bytes[at] != '\n') {
            byte b = bytes[at];
            if (b == '"') {
                inside = !inside;
                quote |= 1L << (at - base);
            } else if (b == ' ') {
                outside |= inside ? 0 : 1L << (at - base);
            }
            control |= b >= 0 && b < ' ' ? 1L << (at - base) : 0;
            notAscii |= b < 0;
            at++;
            if (at - base == Long.SIZE) {
                add(base, outside, quote, control != 0, notAscii);
                base = at;
                outside = 0;
                quote = 0;
                control = 0;
                notAscii = false;
            }
        }
        control &= ~carriageReturn(bytes, base, at, limit);
        add(base, outside, quote, control != 0, notAscii);
        endAt(bytes, start, at, limit);
    }
}
