package org.tsurutus.lake;

import java.util.Optional;
import org.roaringbitmap.longlong.LongIterator;
import org.roaringbitmap.longlong.Roaring64Bitmap;

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

    /// Gathers numbers; a compressed bitmap keeps them small, whatever order they come in.
    static final class Gatherer {
        private final Roaring64Bitmap numbers = new Roaring64Bitmap();
        private long count;

        /// Adds a natural number below [Long#MAX_VALUE].
        void add(long number) {
            numbers.addLong(number);
            count++;
        }

        /// The result; empty where no number was added.
        Optional<SerialNumbers> result() {
            if (count == 0) {
                return Optional.empty();
            }
            long gaps = 0;
            long first = numbers.first();
            long expected = first;
            for (LongIterator each = numbers.getLongIterator(); each.hasNext(); ) {
                long number = each.next();
                gaps += number == expected ? 0 : 1;
                expected = number + 1;
            }
            long different = numbers.getLongCardinality();
            long missing = expected - first - different;
            return Optional.of(
                    new SerialNumbers(first, expected - 1, missing, gaps, count - different));
        }
    }
}
