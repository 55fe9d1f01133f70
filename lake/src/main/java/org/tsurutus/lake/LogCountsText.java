package org.tsurutus.lake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
        lines.put("records without a serial number", counts.withoutSerial());
        lines.put("serial numbers missing", counts.missing());
        table(text, "lines", new ArrayList<>(lines.entrySet()));
        counts.first().ifPresent(first -> text.append("\nfrom  ").append(first));
        counts.last().ifPresent(last -> text.append("\nto    ").append(last).append('\n'));
        table(text, "kinds", mostFirst(counts.byKind()));
        table(text, "processes", mostFirst(counts.byProcess()));
        serials(text, counts.serials());
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

    private static void serials(StringBuilder text, Map<String, SerialNumbers> serials) {
        if (serials.isEmpty()) {
            return;
        }
        text.append("\nserial numbers\n");
        for (Map.Entry<String, SerialNumbers> terminal : serials.entrySet()) {
            SerialNumbers numbers = terminal.getValue();
            String name = terminal.getKey().isEmpty() ? "(none)" : terminal.getKey();
            text.append("  terminal ").append(HostileText.shown(name));
            text.append(": ").append(numbers.first()).append(" to ").append(numbers.last());
            text.append(", ").append(number(numbers.missing())).append(" missing in ");
            text.append(number(numbers.gaps())).append(numbers.gaps() == 1 ? " gap" : " gaps");
            text.append(", ").append(number(numbers.repeated())).append(" repeated\n");
        }
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
