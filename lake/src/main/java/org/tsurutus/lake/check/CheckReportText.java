package org.tsurutus.lake.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A report for a terminal.
public final class CheckReportText {
    private CheckReportText() {}

    /// The report as lines, each ended by a line feed: what was found, then all totals.
    public static String of(CheckReport report) {
        StringBuilder text = new StringBuilder();
        findings(text, "unknown kinds", report.unknownKinds());
        findings(text, "unknown keys", report.unknownKeys());
        findings(text, "values that do not fit their type", report.unfitValues());
        findings(text, "repeated keys", report.repeatedKeys());
        findings(text, "keys in another case", report.otherCase());
        text.append("totals\n");
        totals(report)
                .forEach((name, number) ->
                        text.append(String.format(Locale.ROOT, "  %,15d  %s\n", number, name)));
        return text.toString();
    }

    private static void findings(StringBuilder text, String title, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        text.append(title).append('\n');
        for (Finding finding : findings) {
            text.append(String.format(Locale.ROOT, "  %,15d  ", finding.count()));
            text.append(finding.name()).append(", first at ").append(finding.first());
            if (!finding.example().isEmpty()) {
                text.append(": ").append(finding.example());
            }
            text.append('\n');
        }
        text.append('\n');
    }

    private static Map<String, Long> totals(CheckReport report) {
        LineFacts facts = report.facts();
        Map<String, Long> totals = new LinkedHashMap<>();
        totals.put("lines", facts.lines());
        totals.put("records", facts.records());
        totals.put("malformed lines", facts.malformed());
        totals.put("end marks", facts.endMarks());
        totals.put("lines of UTF-8", facts.utf8());
        totals.put("lines of windows-31j", facts.windows31j());
        totals.put("lines of neither", facts.otherEncodings());
        totals.put("byte order marks", facts.byteOrderMarks());
        totals.put("lines that end with LF", facts.lineFeeds());
        totals.put("lines that end with CR LF", facts.carriageReturns());
        totals.put("lines that end with the log", facts.withoutEnd());
        totals.put("records of unknown kinds", sum(report.unknownKinds()));
        totals.put("fields with unknown keys", sum(report.unknownKeys()));
        totals.put("values that do not fit their type", sum(report.unfitValues()));
        totals.put("repeated keys", sum(report.repeatedKeys()));
        totals.put("keys in another case", sum(report.otherCase()));
        return totals;
    }

    private static long sum(List<Finding> findings) {
        return findings.stream().mapToLong(Finding::count).sum();
    }
}
