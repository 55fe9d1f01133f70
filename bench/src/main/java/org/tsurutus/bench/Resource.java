package org.tsurutus.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The tables and other files that say what is made.
///
/// Names are paths below this package, for example `toolkit/looks.tsv`.
public final class Resource {
    private Resource() {}

    /// A file as it is.
    ///
    /// @throws BenchException when there is none of that name
    public static byte[] bytes(String name) {
        try (InputStream in = Resource.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new BenchException(name + " is missing from the bench module; build it anew");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The lines of a table, without blank lines and comments.
    ///
    /// @throws BenchException when there is none of that name
    public static List<String> lines(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    /// The rows of a table whose columns are parted by tabs.
    ///
    /// @throws BenchException when there is none of that name, or a row has other columns
    public static List<List<String>> rows(String name, int columns) {
        return lines(name).stream().map(line -> row(name, line, columns)).toList();
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
