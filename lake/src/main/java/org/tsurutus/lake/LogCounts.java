package org.tsurutus.lake;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tsurutus.markii.Line;
import org.tsurutus.markii.MarkIIRecord;

/// What a log holds, counted.
///
/// @param records lines that are records
/// @param malformed lines that are neither records nor end marks
/// @param endMarks lines that are a lone end-of-file mark
/// @param byKind records by `evt/subEvt`, sorted by kind
/// @param byProcess records by the path of the acting process, sorted by path; records without one
///   are under the empty path
/// @param first the earliest time of a record
/// @param last the latest time of a record
/// @param serials the serial numbers by terminal (`tmid`), sorted by terminal
/// @param withoutSerial records whose `sn` is missing or not a natural number
public record LogCounts(
        long records,
        long malformed,
        long endMarks,
        Map<String, Long> byKind,
        Map<String, Long> byProcess,
        Optional<OffsetDateTime> first,
        Optional<OffsetDateTime> last,
        Map<String, SerialNumbers> serials,
        long withoutSerial) {

    /// Counts lines to their end, for example those of a [org.tsurutus.markii.MarkIIReader].
    public static LogCounts of(Iterator<? extends Line> lines) {
        Counter counter = new Counter();
        lines.forEachRemaining(counter::add);
        return counter.result();
    }

    /// How many records are missing between the first and the last of their terminals.
    public long missing() {
        return serials.values().stream().mapToLong(SerialNumbers::missing).sum();
    }

    private static final class Counter {
        private static final Comparator<OffsetDateTime> BY_INSTANT = OffsetDateTime.timeLineOrder();

        private final Map<String, Long> byKind = new TreeMap<>();
        private final Map<String, Long> byProcess = new TreeMap<>();
        private final Map<String, SerialNumbers.Gatherer> serials = new TreeMap<>();
        private Optional<OffsetDateTime> first = Optional.empty();
        private Optional<OffsetDateTime> last = Optional.empty();
        private long records;
        private long malformed;
        private long endMarks;
        private long withoutSerial;

        void add(Line line) {
            switch (line) {
                case Line.Entry entry -> add(entry.record());
                case Line.Malformed _ -> malformed++;
                case Line.EndMark _ -> endMarks++;
            }
        }

        private void add(MarkIIRecord record) {
            records++;
            byKind.merge(record.kind(), 1L, Long::sum);
            byProcess.merge(record.value("psPath", ""), 1L, Long::sum);
            first = Optional.of(min(first.orElse(record.time()), record.time()));
            last = Optional.of(max(last.orElse(record.time()), record.time()));
            serial(record)
                    .ifPresentOrElse(
                            number ->
                                    serials.computeIfAbsent(
                                                    record.value("tmid", ""),
                                                    _ -> new SerialNumbers.Gatherer())
                                            .add(number),
                            () -> withoutSerial++);
        }

        private static Optional<Long> serial(MarkIIRecord record) {
            try {
                return record.value("sn").map(Long::valueOf).filter(Counter::isSerial);
            } catch (NumberFormatException _) {
                return Optional.empty();
            }
        }

        /// The very last number has no successor to join a run with.
        private static boolean isSerial(long number) {
            return number >= 0 && number < Long.MAX_VALUE;
        }

        private static OffsetDateTime min(OffsetDateTime a, OffsetDateTime b) {
            return BY_INSTANT.compare(a, b) <= 0 ? a : b;
        }

        private static OffsetDateTime max(OffsetDateTime a, OffsetDateTime b) {
            return BY_INSTANT.compare(a, b) >= 0 ? a : b;
        }

        LogCounts result() {
            Map<String, SerialNumbers> results =
                    serials.entrySet().stream()
                            .collect(
                                    Collectors.toMap(
                                            Map.Entry::getKey,
                                            entry -> entry.getValue().result(),
                                            (one, _) -> one,
                                            TreeMap::new));
            return new LogCounts(
                    records,
                    malformed,
                    endMarks,
                    byKind,
                    byProcess,
                    first,
                    last,
                    results,
                    withoutSerial);
        }
    }
}
