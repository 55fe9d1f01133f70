package org.tsurutus.lake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tsurutus.markii.HostileText;

/// Counts for a terminal: aligned columns, numbers before names because names have any width.
public final class LogCountsText {
    private static final Comparator<Map.Entry<String, Long>> MOST_FIRST =
            Map.Entry.<String, Long>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey());

    private LogCountsText() {}

    /// The counts as lines, each ended by a line feed, with the most frequent first.
    public static String of(LogCounts counts) {
        StringBuilder text = new StringBuilder();
        Map<String, Long> lines = new LinkedHashMap<>();
        lines.put("records", counts.records());
        lines.put("malformed lines", counts.malformed());
        lines.put("end marks", counts.endMarks());
        lines.put("records in windows-31j, not UTF-8", counts.notUtf8());
        lines.put("records without a serial number", counts.withoutSerial());
        lines.put("serial numbers missing", counts.missing());
        table(text, "lines", new ArrayList<>(lines.entrySet()));
        counts.first().ifPresent(first -> text.append("\nfrom  ").append(first));
        counts.last().ifPresent(last -> text.append("\nto    ").append(last).append('\n'));
        table(text, "kinds", mostFirst(counts.byKind()));
        hosts(text, counts);
        table(text, "processes", mostFirst(counts.byProcess()));
        return text.toString();
    }

    private static List<Map.Entry<String, Long>> mostFirst(Map<String, Long> counts) {
        return counts.entrySet().stream().sorted(MOST_FIRST).toList();
    }

    private static void table(
            StringBuilder text, String title, List<Map.Entry<String, Long>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        int width =
                rows.stream().mapToInt(row -> number(row.getValue()).length()).max().orElseThrow();
        text.append(text.isEmpty() ? "" : "\n").append(title).append('\n');
        for (Map.Entry<String, Long> row : rows) {
            String number = number(row.getValue());
            String name = row.getKey().isEmpty() ? "(none)" : HostileText.shown(row.getKey());
            text.append("  ").repeat(' ', width - number.length());
            text.append(number).append("  ").append(name).append('\n');
        }
    }

    private static void hosts(StringBuilder text, LogCounts counts) {
        Map<String, Long> hosts = new LinkedHashMap<>();
        counts.byHost()
                .forEach((terminal, host) -> hosts.put(line(terminal, host), host.records()));
        table(text, "hosts", mostFirst(hosts));
    }

    private static String line(String terminal, LogCounts.HostCounts host) {
        String name = host.computer().isEmpty() ? "(no name)" : host.computer();
        String identity = terminal.isEmpty() ? "no tmid" : terminal;
        return name + "  " + identity + host.serials().map(LogCountsText::line).orElse("");
    }

    private static String line(SerialNumbers numbers) {
        return "  sn "
                + numbers.first()
                + " to "
                + numbers.last()
                + ", "
                + number(numbers.missing())
                + " missing in "
                + number(numbers.gaps())
                + (numbers.gaps() == 1 ? " gap, " : " gaps, ")
                + number(numbers.repeated())
                + " repeated";
    }

    private static String number(long number) {
        // Java's own formatter takes longer to get ready than a small log takes to count
        StringBuilder digits = new StringBuilder(Long.toString(number));
        for (int at = digits.length() - 3; at > 0; at -= 3) {
            digits.insert(at, ',');
        }
        return digits.toString();
    }
}
