package org.tsurutus.bench.click.draw;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tsurutus.bench.BenchException;

/// The tables that say what is drawn, and the scripts and sheets that say how.
final class Tables {
    /// The languages, in the order of the columns of `strings.tsv` and `sentences.tsv`.
    static final List<String> LANGUAGES = List.of("en", "ja", "de", "fr", "es", "zh", "ko", "ru");

    private static final String FOLDER = "/org/tsurutus/bench/click/";

    private Tables() {}

    /// A resource as it is.
    static byte[] bytes(String name) {
        try (InputStream in = Tables.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new BenchException(name + " is missing from the bench module; build it anew");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The rows of a table, without blank lines and comments.
    static List<List<String>> rows(String name, int columns) {
        return new String(bytes(name), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> row(name, line, columns))
                .toList();
    }

    /// The rows of a table of two columns by their first cell, in their order.
    static Map<String, List<String>> grouped(String name) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (List<String> row : rows(name, 2)) {
            groups.computeIfAbsent(row.getFirst(), _ -> new ArrayList<>()).add(row.getLast());
        }
        return groups;
    }

    private static List<String> row(String name, String line, int columns) {
        List<String> cells = List.of(line.split("\t", -1));
        if (cells.size() != columns) {
            throw new BenchException(
                    name + " needs " + columns + " columns, parted by tabs, in the row: " + line);
        }
        return cells;
    }
}
