package org.tsurutus.lake.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Rows of JSON or Parquet in the shape of the table `log`: known columns get their type, unknown
/// ones stay as they are, and `file` says where a row without one is from.
///
/// A known column's value that does not fit its type goes into `more`, as that of a log does.
final class ForeignRows {
    /// The column with the name of the file that a row was read from.
    static final String INPUT = "input file";

    private static final String LOG_TIME = "%m/%d/%Y %H:%M:%S.%g";
    private static final Map<String, Column> KNOWN =
            LogColumns.columns().stream()
                    .collect(
                            Collectors.toMap(column -> lowerCase(column.name()), column -> column));

    private final String reader;
    private final Map<String, String> types;

    /// @param reader the call of DuckDB's function that reads the files, with the column [#INPUT]
    /// @param types the reader's columns and their types in SQL, in their order
    ForeignRows(String reader, Map<String, String> types) {
        this.reader = reader;
        this.types = types;
    }

    /// The column of the table `log` that a foreign column of this name is.
    static Optional<Column> known(String name) {
        return Optional.ofNullable(KNOWN.get(lowerCase(name)));
    }

    /// The query for the rows.
    String query() {
        List<String> results = new ArrayList<>();
        List<String> misfits = new ArrayList<>();
        String file = Sql.name(INPUT);
        Optional<String> more = Optional.empty();
        for (String name : types.keySet()) {
            Optional<Column> column = known(name);
            if (name.equals(INPUT)) {
                continue;
            }
            if (column.isEmpty()) {
                results.add(Sql.name(name));
            } else if (column.get().name().equals("file")) {
                file = "coalesce(%s::VARCHAR, %s)".formatted(Sql.name(name), file);
            } else if (column.get().name().equals("more")) {
                more = Optional.of(Sql.name(name));
            } else if (hasType(name, column.get())) {
                results.add(Sql.name(name) + " AS " + Sql.name(column.get().name()));
            } else {
                String typed = typed(name, column.get().type());
                results.add(typed + " AS " + Sql.name(column.get().name()));
                misfits.add(
                        "{'k': %s, 'v': CASE WHEN %s IS NULL THEN %s::VARCHAR END}"
                                .formatted(Sql.literal(name), typed, Sql.name(name)));
            }
        }
        results.addFirst(file + " AS file");
        more(more, misfits).ifPresent(json -> results.add(json + " AS more"));
        return "SELECT " + String.join(", ", results) + " FROM " + reader;
    }

    private boolean hasType(String name, Column column) {
        return column.type().sql().equals(types.get(name));
    }

    private static String typed(String name, ColumnType type) {
        String text = Sql.name(name) + "::VARCHAR";
        String cast = "TRY_CAST(%s AS %s)".formatted(text, type.sql());
        return switch (type) {
            case TEXT -> text;
            case INTEGER, UNSIGNED, PORT, UNSIGNED64, FLAG -> cast;
            case TIME -> "coalesce(try_strptime(%s, '%s'), %s)".formatted(text, LOG_TIME, cast);
            case INSTANT ->
                    "coalesce(try_strptime(%s, '%s %%z'), %s)".formatted(text, LOG_TIME, cast);
        };
    }

    /// What a row brings as `more`, and what did not fit.
    private static Optional<String> more(Optional<String> brought, List<String> misfits) {
        if (misfits.isEmpty()) {
            return brought;
        }
        String found =
                "list_filter([%s], lambda each: each.v IS NOT NULL)"
                        .formatted(String.join(", ", misfits));
        String added =
                "CASE WHEN len(%1$s) > 0 THEN to_json(map_from_entries(list_transform(%1$s, lambda each: {'k': each.k, 'v': [each.v]})))::VARCHAR END"
                        .formatted(found);
        return Optional.of(
                brought.map(json ->
                                "CASE WHEN %1$s IS NULL THEN %2$s WHEN len(%3$s) = 0 THEN %1$s ELSE json_merge_patch(%1$s::VARCHAR, %2$s)::VARCHAR END"
                                        .formatted(json, added, found))
                        .orElse(added));
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
