package org.tsurutus.bench.click.draw;

import java.util.List;
import java.util.SplittableRandom;

/// Chances, all of which follow from one seed.
final class Draw {
    private final SplittableRandom random;

    Draw(long seed) {
        random = new SplittableRandom(seed);
    }

    <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /// `true` as often as the share, 0 to 1, says.
    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    /// A whole number between both, including both.
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    double between(double least, double most) {
        return random.nextDouble(least, most);
    }

    int number() {
        return random.nextInt();
    }
}
