package org.tsurutus.markii.scan;

/// Eight bytes at a time, on every Java. It finds the line's end only; the fields are then found
/// one after the other, which needs no warming up and so is the faster way for small logs.
final class SwarMarks extends LineMarks {
    @Override
    void find(byte[] bytes, int start, int limit) {
        begin();
        int at = start;
        long high = 0;
        boolean controls = false;
        while (at < limit) {
            long eight = Swar.read(bytes, at);
            long control = Swar.below(eight, ' ');
            if (control == 0) {
                high |= eight;
                at += Long.BYTES;
                continue;
            }
            int skip = Swar.first(control);
            high |= eight & ((1L << (skip << 3)) - 1);
            at += skip;
            if (at >= limit || bytes[at] == '\n') {
                break;
            }
            controls |= bytes[at] != '\r' || at + 1 >= limit || bytes[at + 1] != '\n';
            at++;
        }
        int end = Math.min(at, limit);
        note(controls, Swar.notAscii(high) != 0);
        endAt(bytes, start, end, limit);
    }

    @Override
    boolean findsSpaces() {
        return false;
    }
}
