package org.tsurutus.lake.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import org.tsurutus.lake.LakeException;
import org.tsurutus.markii.MarkIIException;
import org.tsurutus.markii.scan.LogSource;

/// Logs, JSON and Parquet as the table `log`, one row a record, for queries in DuckDB's SQL.
///
/// The columns are `file`, `line`, `time` (UTC is shown), `zone`, then every known key, typed, and
/// `more`: a JSON object of key and list of texts for whatever is unknown, repeated or of another
/// type. A key that a record lacks is NULL, an empty text is `''`. Columns that only JSON or
/// Parquet has follow. Lines that are no record are the table `malformed` (`file`, `line`,
/// `offset`, `reason`, `text`). Times within values have no zone: they are of the terminal's clock.
///
/// Not for use by several threads at once.
public final class Lake implements AutoCloseable {
    private static final Pattern END = Pattern.compile("[;\\s]+$");

    private final Inputs inputs;
    private final Connection connection;
    private final ScanWatch watch = new ScanWatch();

    private Lake(Inputs inputs, Connection connection) {
        this.inputs = inputs;
        this.connection = connection;
    }

    /// Opens what people name: files, directories, globs, and `-` for a log on standard input.
    ///
    /// Files that end in `.parquet`, `.jsonl`, `.ndjson` or `.json` are that, JSON also with `.gz`
    /// or `.zst` behind it; every other file is a log.
    ///
    /// @throws MarkIIException for a name that stands for nothing
    /// @throws LakeException when a file cannot be read or the database cannot be started
    public static Lake open(List<String> names) {
        return open(Inputs.named(names));
    }

    /// Opens logs; a stream among them can be read by one query only, and once.
    ///
    /// @throws LakeException when the database cannot be started
    static Lake ofLogs(List<LogSource> logs) {
        return open(Inputs.of(logs));
    }

    private static Lake open(Inputs inputs) {
        Lake lake = new Lake(inputs, Database.open());
        try {
            new LogView(lake.connection).create(inputs, lake.watch);
            return lake;
        } catch (SQLException e) {
            lake.close();
            throw SqlFailures.of(e);
        }
    }

    /// Asks a query.
    ///
    /// @throws LakeException when the query is wrong; the message says where
    public Answer query(String sql) {
        try {
            return Answer.to(connection.prepareStatement(sql), this::failure);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /// Writes a query's rows into a file, which is replaced only when all are written.
    ///
    /// @return how many rows there are
    /// @throws LakeException when the query is wrong, the file is one of the inputs, or it cannot
    ///   be written
    /// @throws MarkIIException when a log cannot be read
    public long export(String sql, Path file, FileFormat format) {
        if (inputs.has(file)) {
            throw new LakeException(
                    LakeException.Fault.INPUT,
                    file + " is one of the inputs; name another file to write");
        }
        check(sql);
        return WholeFile.write(file, written -> copy(sql, written, format));
    }

    /// Lets DuckDB find what is wrong in the query alone, where its places are the user's.
    private void check(String sql) {
        try {
            connection.prepareStatement(sql).close();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private long copy(String sql, Path file, FileFormat format) {
        try (Statement statement = connection.createStatement()) {
            return statement.executeLargeUpdate(
                    "COPY (%s%n) TO %s (%s)"
                            .formatted(
                                    END.matcher(sql).replaceFirst(""),
                                    Sql.literal(file.toString()),
                                    format.options()));
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /// Lets the rows of a query without an order come in any, which lets several threads write.
    void allowAnyOrder() {
        Database.set(connection, "preserve_insertion_order", "false");
    }

    /// How many lines of the logs that were read are no record; they are in the table `malformed`.
    public long skipped() {
        return watch.skipped();
    }

    private RuntimeException failure(SQLException e) {
        return watch.takeFailure()
                .map(RuntimeException.class::cast)
                .orElseGet(() -> SqlFailures.of(e));
    }

    @Override
    public void close() {
        try (inputs) {
            connection.close();
        } catch (SQLException e) {
            throw SqlFailures.of(e);
        }
    }
}
