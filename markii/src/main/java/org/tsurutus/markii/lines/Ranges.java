package org.tsurutus.markii.lines;

import java.util.Arrays;

/// Stretches of a block; those that touch are one.
final class Ranges {
    private int[] ends = new int[64];
    private int length;
    private int added;

    void add(int from, int to) {
        added++;
        if (length > 0 && ends[length - 1] == from) {
            ends[length - 1] = to;
            return;
        }
        if (length == ends.length) {
            ends = Arrays.copyOf(ends, length * 2);
        }
        ends[length] = from;
        ends[length + 1] = to;
        length += 2;
    }

    /// How many stretches were added.
    int added() {
        return added;
    }

    /// How many are left after joining.
    int size() {
        return length / 2;
    }

    int from(int at) {
        return ends[2 * at];
    }

    int to(int at) {
        return ends[2 * at + 1];
    }
}
