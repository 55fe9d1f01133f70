package org.tsurutus.lake;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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

    /// Gathers numbers as runs without a gap, so that memory grows with the gaps only.
    static final class Gatherer {
        private final TreeMap<Long, Long> endByStart = new TreeMap<>();
        private long repeated;

        void add(long number) {
            Optional<Map.Entry<Long, Long>> before =
                    Optional.ofNullable(endByStart.floorEntry(number));
            if (before.isPresent() && before.get().getValue() >= number) {
                repeated++;
                return;
            }
            long start =
                    before.filter(run -> run.getValue() + 1 == number)
                            .map(Map.Entry::getKey)
                            .orElse(number);
            Optional<Long> joined = Optional.ofNullable(endByStart.remove(number + 1));
            endByStart.put(start, joined.orElse(number));
        }

        /// The result, for at least one number.
        SerialNumbers result() {
            long first = endByStart.firstKey();
            long last = endByStart.lastEntry().getValue();
            long seen = 0;
            for (Map.Entry<Long, Long> run : endByStart.entrySet()) {
                seen += run.getValue() - run.getKey() + 1;
            }
            return new SerialNumbers(
                    first, last, last - first + 1 - seen, endByStart.size() - 1L, repeated);
        }
    }
}
