package org.tsurutus.lake;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tsurutus.markii.scan.ByteCounts;
import org.tsurutus.markii.scan.LogScan;
import org.tsurutus.markii.scan.LogSource;

/// What a log holds, counted.
///
/// @param records lines that are records
/// @param malformed lines that are neither records nor end marks
/// @param endMarks lines that are a lone end-of-file mark
/// @param notUtf8 records whose line is windows-31j
/// @param byKind records by `evt/subEvt`, sorted by kind
/// @param byHost records by terminal (`tmid`), sorted by terminal; records without one are under
///   the empty one
/// @param byProcess records by the path of the acting process, sorted by path; records without one
///   are under the empty path
/// @param first the earliest time of a record
/// @param last the latest time of a record
/// @param withoutSerial records whose `sn` is missing or not a natural number
public record LogCounts(
        long records,
        long malformed,
        long endMarks,
        long notUtf8,
        Map<String, Long> byKind,
        Map<String, HostCounts> byHost,
        Map<String, Long> byProcess,
        Optional<OffsetDateTime> first,
        Optional<OffsetDateTime> last,
        long withoutSerial) {

    /// What stands between the two halves of a kind in a line.
    static final String BETWEEN_EVENTS = " subEvt=";

    /// One terminal of a log.
    ///
    /// @param computer its name in its first record; a label only, empty where it has none
    /// @param records its records
    /// @param serials its serial numbers, if it has any
    public record HostCounts(String computer, long records, Optional<SerialNumbers> serials) {}

    /// Counts logs to their ends, on all processors.
    ///
    /// @throws org.tsurutus.markii.MarkIIException when one cannot be read
    public static LogCounts of(List<LogSource> logs) {
        Sum sum = new Sum();
        LogScan.blocksWithoutNumbers(logs, BlockCounts::of, sum::add);
        return sum.result();
    }

    /// How many records are missing between the first and the last of their terminals.
    public long missing() {
        return byHost.values().stream()
                .flatMap(host -> host.serials().stream())
                .mapToLong(SerialNumbers::missing)
                .sum();
    }

    private static final class Sum {
        private static final Comparator<OffsetDateTime> BY_INSTANT = OffsetDateTime.timeLineOrder();

        private final ByteCounts kinds = new ByteCounts();
        private final ByteCounts processes = new ByteCounts();
        private final Map<String, Host> hosts = new TreeMap<>();
        private Optional<OffsetDateTime> first = Optional.empty();
        private Optional<OffsetDateTime> last = Optional.empty();
        private long records;
        private long malformed;
        private long endMarks;
        private long notUtf8;
        private long withoutSerial;

        private static final class Host {
            final String computer;
            final SerialNumbers.Gatherer serials = new SerialNumbers.Gatherer();
            long records;

            Host(String computer) {
                this.computer = computer;
            }

            HostCounts result() {
                return new HostCounts(computer, records, serials.result());
            }
        }

        void add(BlockCounts block) {
            records += block.records;
            malformed += block.malformed;
            endMarks += block.endMarks;
            notUtf8 += block.notUtf8;
            withoutSerial += block.withoutSerial;
            kinds.addAll(block.kinds);
            processes.addAll(block.processes);
            for (int number = 0; number < block.terminals.size(); number++) {
                BlockCounts.Terminal terminal = block.byTerminal.get(number);
                Host host =
                        hosts.computeIfAbsent(
                                block.terminals.text(number), _ -> new Host(terminal.computer));
                host.records += block.terminals.count(number);
                terminal.addTo(host.serials);
            }
            if (block.records > 0) {
                first = Optional.of(min(first.orElse(block.first()), block.first()));
                last = Optional.of(max(last.orElse(block.last()), block.last()));
            }
        }

        private static OffsetDateTime min(OffsetDateTime a, OffsetDateTime b) {
            return BY_INSTANT.compare(a, b) <= 0 ? a : b;
        }

        private static OffsetDateTime max(OffsetDateTime a, OffsetDateTime b) {
            return BY_INSTANT.compare(a, b) >= 0 ? a : b;
        }

        private static Map<String, Long> sorted(ByteCounts counts) {
            Map<String, Long> sorted = new TreeMap<>();
            for (int number = 0; number < counts.size(); number++) {
                sorted.put(counts.text(number), counts.count(number));
            }
            return sorted;
        }

        LogCounts result() {
            Map<String, Long> byKind = new TreeMap<>();
            sorted(kinds)
                    .forEach((kind, count) ->
                            byKind.put(kind.replaceFirst(BETWEEN_EVENTS, "/"), count));
            Map<String, HostCounts> byHost = new TreeMap<>();
            hosts.forEach((terminal, host) -> byHost.put(terminal, host.result()));
            return new LogCounts(
                    records,
                    malformed,
                    endMarks,
                    notUtf8,
                    byKind,
                    byHost,
                    sorted(processes),
                    first,
                    last,
                    withoutSerial);
        }
    }
}
