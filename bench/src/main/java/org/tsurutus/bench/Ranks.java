package org.tsurutus.bench;

import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;

/// Draws numbers by weight in constant time, from a table that holds each as often as it weighs.
final class Ranks {
    private static final int SLOTS = 1 << 14;

    private final short[] table = new short[SLOTS];

    private Ranks(int count, IntToDoubleFunction weight) {
        double sum = 0;
        for (int rank = 0; rank < count; rank++) {
            sum += weight.applyAsDouble(rank);
        }
        double upTo = 0;
        int slot = 0;
        for (int rank = 0; rank < count; rank++) {
            upTo += weight.applyAsDouble(rank);
            long end = Math.round(upTo / sum * SLOTS);
            while (slot < end) {
                table[slot++] = (short) rank;
            }
        }
    }

    /// Zipf's law: the first of `count` is twice as frequent as the second, and so on.
    static Ranks zipf(int count) {
        return new Ranks(count, rank -> 1.0 / (rank + 1));
    }

    /// Each as frequent as its weight says.
    static Ranks weighing(int[] weights) {
        return new Ranks(weights.length, rank -> weights[rank]);
    }

    int draw(SplittableRandom random) {
        return table[random.nextInt(SLOTS)];
    }
}
