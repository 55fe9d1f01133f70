package org.tsurutus.lake.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.UUID;
import org.duckdb.DuckDBDriver;
import org.tsurutus.lake.LakeException;

/// DuckDB in this process, in memory, without the network.
final class Database {
    private static final String MEMORY_LIMIT = "2GiB";

    private Database() {}

    /// A connection to a database of its own.
    ///
    /// @throws LakeException when DuckDB's native library does not run here
    static Connection open() {
        Properties properties = new Properties();
        properties.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        properties.setProperty("memory_limit", MEMORY_LIMIT);
        properties.setProperty("temp_directory", spill().toString());
        try {
            Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", properties);
            set(connection, "TimeZone", "'UTC'");
            return connection;
        } catch (SQLException | LinkageError | IllegalStateException e) {
            throw new LakeException(
                    LakeException.Fault.ENVIRONMENT,
                    "DuckDB does not start: "
                            + e
                            + "; its native library is made for Linux on amd64 and arm64",
                    e);
        }
    }

    /// Changes a setting.
    static void set(Connection connection, String name, String value) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET " + name + " = " + value);
        } catch (SQLException e) {
            throw SqlFailures.of(e);
        }
    }

    /// Where a large sort goes that does not fit into memory; DuckDB makes and deletes it.
    private static Path spill() {
        return Path.of(System.getProperty("java.io.tmpdir"), "tsurutus-sql-" + UUID.randomUUID());
    }
}
