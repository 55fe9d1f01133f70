package org.tsurutus.bench.click.draw;

import java.util.List;

/// Lists of words among the tables.
public final class WordList {
    private WordList() {}

    /// The lines of a table of one column, without blank lines and comments.
    ///
    /// @throws org.tsurutus.bench.BenchException when there is no such table
    public static List<String> read(String name) {
        return Tables.rows(name, 1).stream().map(List::getFirst).toList();
    }
}
