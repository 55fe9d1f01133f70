package org.tsurutus.lake.sql;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/// Rows as comma-separated values (RFC 4180, but lines end with LF).
final class CsvText {
    private CsvText() {}

    static long print(Answer answer, PrintStream out) {
        List<String> columns = answer.columns();
        if (columns.isEmpty()) {
            return 0;
        }
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < columns.size(); column++) {
            append(line, column, Optional.of(columns.get(column)));
        }
        out.append(line.append('\n'));
        long rows = 0;
        while (answer.next()) {
            line.setLength(0);
            for (int column = 0; column < columns.size(); column++) {
                append(line, column, answer.text(column));
            }
            out.append(line.append('\n'));
            rows++;
        }
        return rows;
    }

    private static void append(StringBuilder line, int column, Optional<String> cell) {
        line.append(column == 0 ? "" : ",");
        cell.ifPresent(text -> line.append(isQuoted(text) ? quoted(text) : text));
    }

    private static boolean isQuoted(String text) {
        return text.isEmpty()
                || text.indexOf(',') >= 0
                || text.indexOf('"') >= 0
                || text.indexOf('\n') >= 0
                || text.indexOf('\r') >= 0;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
