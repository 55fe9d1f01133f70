package org.tsurutus.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The tables that say what made logs look like.
final class Resource {
    private Resource() {}

    /// The lines of a table, without blank lines and comments.
    static List<String> lines(String name) {
        try (InputStream in = Resource.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new BenchException(name + " is missing from the bench module; build it anew");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The rows of a table whose columns are parted by tabs.
    static List<List<String>> rows(String name, int columns) {
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
