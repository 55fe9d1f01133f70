package org.tsurutus.lake.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The rows of a query, one after the other; memory does not grow with their number.
public final class Answer implements AutoCloseable {
    private final PreparedStatement statement;
    private final Function<SQLException, RuntimeException> failure;
    private final Optional<ResultSet> rows;
    private final List<String> columns;

    private Answer(
            PreparedStatement statement,
            Optional<ResultSet> rows,
            List<String> columns,
            Function<SQLException, RuntimeException> failure) {
        this.statement = statement;
        this.rows = rows;
        this.columns = columns;
        this.failure = failure;
    }

    /// Asks a query.
    ///
    /// @param failure what to throw instead of a failure of the database on the way
    static Answer to(PreparedStatement statement, Function<SQLException, RuntimeException> failure)
            throws SQLException {
        try {
            Optional<ResultSet> rows =
                    statement.execute() ? Optional.of(statement.getResultSet()) : Optional.empty();
            List<String> columns = rows.isPresent() ? names(rows.get().getMetaData()) : List.of();
            return new Answer(statement, rows, columns, failure);
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private static List<String> names(ResultSetMetaData columns) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            names.add(columns.getColumnLabel(column));
        }
        return List.copyOf(names);
    }

    /// The names of the columns; none for a statement that is no query.
    public List<String> columns() {
        return columns;
    }

    /// Goes to the next row.
    ///
    /// @return false behind the last one
    /// @throws RuntimeException of the lake or the log reader, when reading fails on the way
    public boolean next() {
        try {
            return rows.isPresent() && rows.get().next();
        } catch (SQLException e) {
            throw failure.apply(e);
        }
    }

    /// A cell of the row as text; empty for NULL.
    ///
    /// @param column counted from 0
    public Optional<String> text(int column) {
        try {
            return Optional.ofNullable(rows.orElseThrow().getString(column + 1));
        } catch (SQLException e) {
            throw failure.apply(e);
        }
    }

    /// A cell of the row as JSON: numbers, flags, lists and structures are that, all else is text.
    ///
    /// @param column counted from 0
    public String json(int column) {
        try {
            Object value = rows.orElseThrow().getObject(column + 1);
            return JsonText.of(Optional.ofNullable(PlainValues.of(value)));
        } catch (SQLException e) {
            throw failure.apply(e);
        }
    }

    @Override
    public void close() {
        try (statement) {
            if (rows.isPresent()) {
                rows.get().close();
            }
        } catch (SQLException e) {
            throw failure.apply(e);
        }
    }
}
