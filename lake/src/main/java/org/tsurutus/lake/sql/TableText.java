package org.tsurutus.lake.sql;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tsurutus.markii.HostileText;

/// Rows as aligned columns for people. The widths are those of the first rows, so that memory does
/// not grow with the number of rows.
final class TableText {
    private static final int MEASURED_ROWS = 1000;
    private static final int WIDEST = 60;

    private final Answer answer;
    private final PrintStream out;
    private final int[] widths;

    TableText(Answer answer, PrintStream out) {
        this.answer = answer;
        this.out = out;
        this.widths = new int[answer.columns().size()];
    }

    long print() {
        List<String> names = answer.columns().stream().map(TableText::shown).toList();
        measure(names);
        List<List<String>> first = new ArrayList<>();
        while (first.size() < MEASURED_ROWS && answer.next()) {
            first.add(row());
            measure(first.getLast());
        }
        if (first.isEmpty()) {
            return 0;
        }
        print(names);
        print(Arrays.stream(widths).mapToObj("─"::repeat).toList());
        first.forEach(this::print);
        long rows = first.size();
        while (answer.next()) {
            print(row());
            rows++;
        }
        return rows;
    }

    private List<String> row() {
        List<String> row = new ArrayList<>();
        for (int column = 0; column < widths.length; column++) {
            row.add(shown(answer.text(column).orElse("")));
        }
        return row;
    }

    private static String shown(String cell) {
        return TextWidth.cut(HostileText.shown(TextWidth.cut(cell, WIDEST)), WIDEST);
    }

    private void measure(List<String> row) {
        for (int column = 0; column < widths.length; column++) {
            widths[column] = Math.max(widths[column], TextWidth.of(row.get(column)));
        }
    }

    private void print(List<String> row) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = TextWidth.cut(row.get(column), widths[column]);
            line.append(cell).repeat(' ', widths[column] - TextWidth.of(cell) + 2);
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }
}
