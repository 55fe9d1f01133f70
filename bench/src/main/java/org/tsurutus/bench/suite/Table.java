package org.tsurutus.bench.suite;

import java.util.ArrayList;
import java.util.List;

/// Rows under their heads, in columns as wide as their widest cell.
final class Table {
    private static final String GAP = "  ";

    private final List<List<String>> lines = new ArrayList<>();

    Table() {
        lines.add(List.of("what", "goal", "measured", ""));
    }

    void add(String contest, List<Row> rows) {
        for (Row row : rows) {
            String what = contest + ": " + row.what();
            lines.add(List.of(what, row.goal(), row.measured(), row.verdict().text()));
        }
    }

    String text() {
        int[] widths = new int[lines.getFirst().size()];
        for (List<String> line : lines) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], line.get(column).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder cells = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                String cell = line.get(column);
                cells.append(cell).append(" ".repeat(widths[column] - cell.length())).append(GAP);
            }
            text.append(cells.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
