package org.tsurutus.bench.click.draw;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tsurutus.bench.Resource;

/// The tables that say what is drawn, and the scripts and sheets that say how.
final class Tables {
    /// The languages, in the order of the columns of `strings.tsv` and `sentences.tsv`.
    static final List<String> LANGUAGES = List.of("en", "ja", "de", "fr", "es", "zh", "ko", "ru");

    private static final String FOLDER = "click/";

    private Tables() {}

    /// A resource as it is.
    static byte[] bytes(String name) {
        return Resource.bytes(FOLDER + name);
    }

    /// The rows of a table, without blank lines and comments.
    static List<List<String>> rows(String name, int columns) {
        return Resource.rows(FOLDER + name, columns);
    }

    /// The rows of a table of two columns by their first cell, in their order.
    static Map<String, List<String>> grouped(String name) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (List<String> row : rows(name, 2)) {
            groups.computeIfAbsent(row.getFirst(), _ -> new ArrayList<>()).add(row.getLast());
        }
        return groups;
    }
}
