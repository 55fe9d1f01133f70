package org.tsurutus.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

class SerialNumbersTest {
    @Test
    void numbersInAnyOrderCountAsTheyWouldInASet() {
        long seed = ThreadLocalRandom.current().nextLong();
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 2_000; round++) {
            SerialNumbers.Gatherer gatherer = new SerialNumbers.Gatherer();
            TreeMap<Long, Integer> all = new TreeMap<>();
            int count = random.nextInt(1, 40);
            for (int i = 0; i < count; i++) {
                long number = random.nextInt(50);
                gatherer.add(number, number);
                all.merge(number, 1, Integer::sum);
            }
            long first = all.firstKey();
            long last = all.lastKey();
            long gaps =
                    all.keySet().stream().filter(n -> n < last && !all.containsKey(n + 1)).count();

            assertThat(gatherer.result().orElseThrow())
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(
                            new SerialNumbers(
                                    first,
                                    last,
                                    last - first + 1 - all.size(),
                                    gaps,
                                    count - all.size()));
        }
    }

    @Test
    void theLargestNumbersDoNotOverflow() {
        SerialNumbers.Gatherer gatherer = new SerialNumbers.Gatherer();
        gatherer.add(Long.MAX_VALUE - 1, Long.MAX_VALUE - 1);
        gatherer.add(0, 0);

        assertThat(gatherer.result().orElseThrow())
                .isEqualTo(new SerialNumbers(0, Long.MAX_VALUE - 1, Long.MAX_VALUE - 2, 1, 0));
    }

    @Test
    void runsJoinAcrossTheBordersOfTheBitmaps() {
        SerialNumbers.Gatherer gatherer = new SerialNumbers.Gatherer();
        long border = 1L << 32;
        gatherer.add(border - 3, border + 2);
        gatherer.add(2 * border, 2 * border);

        assertThat(gatherer.result().orElseThrow())
                .isEqualTo(new SerialNumbers(border - 3, 2 * border, border - 3, 1, 0));
    }
}
