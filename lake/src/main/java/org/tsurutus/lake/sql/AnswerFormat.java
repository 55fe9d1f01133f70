package org.tsurutus.lake.sql;

import java.io.PrintStream;

/// How the rows of a query are shown.
public enum AnswerFormat {
    /// Columns side by side for people, long cells cut.
    TABLE,
    /// Comma-separated values with a line of names; an absent value is nothing, an empty one `""`.
    CSV,
    /// One JSON object a line.
    JSON;

    /// Prints the rows that are left.
    ///
    /// @return how many there were
    public long print(Answer answer, PrintStream out) {
        return switch (this) {
            case TABLE -> new TableText(answer, out).print();
            case CSV -> CsvText.print(answer, out);
            case JSON -> jsonLines(answer, out);
        };
    }

    private static long jsonLines(Answer answer, PrintStream out) {
        long rows = 0;
        while (answer.next()) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < answer.columns().size(); column++) {
                line.append(column == 0 ? "{" : ",");
                JsonText.quote(line, answer.columns().get(column));
                line.append(':').append(answer.json(column));
            }
            out.append(line.append("}\n"));
            rows++;
        }
        return rows;
    }
}
