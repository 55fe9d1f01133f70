package org.tsurutus.lake.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tsurutus.markii.scan.LineCursor;

/// Makes the views `log` and `malformed` over inputs of every format.
final class LogView {
    private static final String LOG_LINES = "log_lines";
    private static final String MALFORMED_LINES = "malformed_lines";
    private static final String JSON_OPTIONS =
            ", format = '%s', union_by_name = true, filename = '" + ForeignRows.INPUT + "'";
    private static final String WHOLE_SAMPLE = ", sample_size = -1, map_inference_threshold = -1";

    private final Connection connection;

    LogView(Connection connection) {
        this.connection = connection;
    }

    /// Makes the views.
    ///
    /// @throws SQLException also for a JSON or Parquet file that cannot be read
    void create(Inputs inputs, ScanWatch watch) throws SQLException {
        new LineTable(
                        LogColumns.columns(),
                        LineCursor.Kind.RECORD,
                        LogRows::new,
                        inputs.logs(),
                        watch)
                .register(connection, LOG_LINES);
        new LineTable(
                        MalformedRows.COLUMNS,
                        LineCursor.Kind.MALFORMED,
                        MalformedRows::new,
                        inputs.logs(),
                        watch)
                .register(connection, MALFORMED_LINES);
        List<String> parts = new ArrayList<>();
        parts.add("SELECT * FROM " + LOG_LINES + "()");
        if (!inputs.jsonLines().isEmpty()) {
            parts.add(json(inputs.jsonLines(), "newline_delimited"));
        }
        if (!inputs.json().isEmpty()) {
            parts.add(json(inputs.json(), "auto"));
        }
        if (!inputs.parquet().isEmpty()) {
            parts.add(parquet(inputs.parquet()));
        }
        execute("CREATE VIEW log AS " + String.join(" UNION ALL BY NAME ", parts));
        execute("CREATE VIEW malformed AS SELECT * FROM " + MALFORMED_LINES + "()");
    }

    private String parquet(List<Path> files) throws SQLException {
        String reader =
                "read_parquet(%s, union_by_name = true, filename = %s)"
                        .formatted(Sql.files(files), Sql.literal(ForeignRows.INPUT));
        return new ForeignRows(reader, types(reader)).query();
    }

    /// What JSON says of a known column's type is not asked, because a text such as `01/05/2026`
    /// may be taken for the wrong day.
    private String json(List<Path> files, String format) throws SQLException {
        String arguments = "read_json(" + Sql.files(files) + JSON_OPTIONS.formatted(format);
        Map<String, String> types = types(arguments + WHOLE_SAMPLE + ")");
        types.replaceAll((name, type) -> ForeignRows.known(name).isPresent() ? "VARCHAR" : type);
        String columns =
                types.entrySet().stream()
                        .filter(column -> !column.getKey().equals(ForeignRows.INPUT))
                        .map(column ->
                                Sql.literal(column.getKey())
                                        + ": "
                                        + Sql.literal(column.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
        return new ForeignRows(arguments + ", columns = " + columns + ")", types).query();
    }

    private Map<String, String> types(String reader) throws SQLException {
        Map<String, String> types = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet columns = statement.executeQuery("DESCRIBE SELECT * FROM " + reader)) {
            while (columns.next()) {
                types.put(columns.getString("column_name"), columns.getString("column_type"));
            }
        }
        return types;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
