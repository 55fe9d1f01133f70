package org.tsurutus.markii.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tsurutus.markii.MarkIIException;

/// A table of this package: lines of columns that tabs separate; `#` begins a comment.
///
/// @param name the file's name, for messages
record Table(String name, List<Row> rows) {

    /// Reads a table that lies beside this class.
    ///
    /// @throws MarkIIException when it is missing or one of its lines has other than `columns`
    static Table load(String name, int columns) {
        try (InputStream in = Table.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new MarkIIException(
                        name + " is missing from the markii module; install the program again");
            }
            return parse(name, columns, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new MarkIIException("cannot read the table " + name + ": " + e, e);
        }
    }

    static Table parse(String name, int columns, String text) {
        List<Row> rows = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                Row row = new Row(name, number, List.of(line.split("\t", -1)));
                if (row.columns().size() != columns) {
                    throw row.broken(row.columns().size() + " columns; the table has " + columns);
                }
                rows.add(row);
            }
        }
        return new Table(name, List.copyOf(rows));
    }

    /// One line of a table.
    ///
    /// @param line its number in the file, counted from 1
    record Row(String table, int line, List<String> columns) {

        /// The text of a column that must not be empty.
        String text(int column) {
            String text = columns.get(column);
            if (text.isBlank()) {
                throw broken("column " + (column + 1) + " is empty");
            }
            return text;
        }

        /// The words of a column; `-` stands for none.
        List<String> words(int column) {
            String text = text(column);
            return text.equals("-") ? List.of() : List.of(text.split(" ", -1));
        }

        /// Which of the choices the column names.
        <T> T oneOf(int column, List<T> choices, Function<T, String> word) {
            return oneOf(text(column), choices, word);
        }

        <T> T oneOf(String text, List<T> choices, Function<T, String> word) {
            return choices.stream()
                    .filter(choice -> word.apply(choice).equals(text))
                    .findFirst()
                    .orElseThrow(() ->
                            broken(
                                    "no \""
                                            + text
                                            + "\"; there are "
                                            + choices.stream().map(word).toList()));
        }

        Evidence evidence(int column) {
            return oneOf(column, List.of(Evidence.values()), Evidence::tag);
        }

        MarkIIException broken(String reason) {
            return new MarkIIException(table + ":" + line + ": " + reason + "; mend this line");
        }
    }
}
