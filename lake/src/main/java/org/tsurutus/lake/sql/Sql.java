package org.tsurutus.lake.sql;

import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Collectors;

/// Texts as parts of SQL, whatever they hold.
final class Sql {
    private Sql() {}

    /// A text as a literal.
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /// A text as the name of a column.
    static String name(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    /// Files as a list of literals for a function that would take `*`, `?` and `[` as wildcards.
    static String files(Collection<Path> files) {
        return files.stream()
                .map(file -> literal(withoutWildcards(file.toString())))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String withoutWildcards(String file) {
        return file.replaceAll("[*?\\[]", "[$0]");
    }
}
