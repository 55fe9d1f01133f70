package org.tsurutus.lake;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.roaringbitmap.RoaringBitmap;

/// The serial numbers (`sn`) of one terminal, which may come in any order.
///
/// A number that is missing between the first and the last means a record that was filtered or
/// lost.
///
/// @param first the smallest number
/// @param last the largest number
/// @param missing how many numbers between them no record has
/// @param gaps how many runs of missing numbers there are
/// @param repeated how many records have a number that another one has too
public record SerialNumbers(long first, long last, long missing, long gaps, long repeated) {

    /// Gathers numbers; compressed bitmaps keep them small, whatever order they come in.
    static final class Gatherer {
        private static final long LOW = 0xFFFF_FFFFL;

        /// By the upper half of a number the lower halves.
        private final TreeMap<Integer, RoaringBitmap> numbers = new TreeMap<>();

        private long count;

        /// Adds all natural numbers from `first` to `last`, which is below [Long#MAX_VALUE].
        void add(long first, long last) {
            count += last - first + 1;
            long from = first;
            while (from <= last) {
                long to = Math.min(last, from | LOW);
                numbers.computeIfAbsent((int) (from >>> 32), _ -> new RoaringBitmap())
                        .add(from & LOW, (to & LOW) + 1);
                from = to + 1;
            }
        }

        /// Counts numbers that have been added already.
        void repeat(long times) {
            count += times;
        }

        /// The result; empty where no number was added.
        Optional<SerialNumbers> result() {
            if (count == 0) {
                return Optional.empty();
            }
            long first = -1;
            long behind = -1;
            long runs = 0;
            long different = 0;
            for (Map.Entry<Integer, RoaringBitmap> half : numbers.entrySet()) {
                long base = (long) half.getKey() << 32;
                RoaringBitmap low = half.getValue();
                different += low.getLongCardinality();
                for (long at = low.nextValue(0); at >= 0; ) {
                    long end = low.nextAbsentValue((int) at);
                    end = end < 0 ? LOW + 1 : end;
                    first = first < 0 ? base + at : first;
                    runs += base + at == behind ? 0 : 1;
                    behind = base + end;
                    at = end > LOW ? -1 : low.nextValue((int) end);
                }
            }
            long missing = behind - first - different;
            return Optional.of(
                    new SerialNumbers(first, behind - 1, missing, runs - 1, count - different));
        }
    }
}
