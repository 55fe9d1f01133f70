package org.tsurutus.lake.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBDriver;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionBuilder;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.tsurutus.markii.scan.LogSource;

/// Lines of logs as a table of DuckDB, which asks for it on several threads and only for the
/// columns that a query needs.
///
/// @param columns the columns of the table
/// @param sources the logs
/// @param rows makes the writer of one thread, for the columns that are asked for
/// @param watch is told of what happens
record LineTable(
        List<Column> columns, List<LogSource> sources, Function<int[], ChunkRows> rows, Watch watch)
        implements DuckDBTableFunction<List<Column>, SharedBlocks, ChunkRows> {

    /// Is told what a query cannot say.
    ///
    /// @param skipped how many lines of one pass were no record so far
    /// @param failed why a log could not be read; DuckDB itself would make it a stack trace
    record Watch(LongConsumer skipped, java.util.function.Consumer<RuntimeException> failed) {}

    /// Makes the table known as a function without parameters.
    void register(Connection connection, String name) throws SQLException {
        try (DuckDBTableFunctionBuilder function = DuckDBFunctions.tableFunction()) {
            function.withName(name)
                    .withProjectionPushdown()
                    .withFunction(this)
                    .register(connection);
        }
        // a list of the driver that nothing reads would hold every table for ever
        DuckDBDriver.clearFunctionsRegistry();
    }

    @Override
    public List<Column> bind(DuckDBTableFunctionBindInfo info) {
        columns.forEach(column -> info.addResultColumn(column.name(), column.type().stored()));
        return columns;
    }

    @Override
    public SharedBlocks init(DuckDBTableFunctionInitInfo info) {
        info.setMaxThreads(Runtime.getRuntime().availableProcessors());
        return new SharedBlocks(sources, watch.skipped);
    }

    @Override
    public ChunkRows localInit(DuckDBTableFunctionInitInfo info) {
        int count = Math.toIntExact(info.getColumnCount());
        return rows.apply(
                IntStream.range(0, count)
                        .mapToLong(info::getColumnIndex)
                        .mapToInt(Math::toIntExact)
                        .toArray());
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter chunk) {
        SharedBlocks blocks = info.getInitData();
        ChunkRows writer = info.getLocalInitData();
        try {
            return writer.fill(blocks, chunk);
        } catch (RuntimeException e) {
            watch.failed.accept(e);
            throw e;
        }
    }
}
