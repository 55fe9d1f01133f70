package org.tsurutus.lake.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBDriver;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionBuilder;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.tsurutus.markii.MarkIIException;
import org.tsurutus.markii.scan.LineCursor;
import org.tsurutus.markii.scan.LogSource;

/// Lines of logs as a table of DuckDB, which asks for it on several threads and only for the
/// columns that a query needs.
///
/// @param columns the columns of the table
/// @param kind the lines that are its rows
/// @param writer makes the writer of one thread
/// @param sources the logs
/// @param watch is told of skipped lines and failures
record LineTable(
        List<Column> columns,
        LineCursor.Kind kind,
        Function<Cells, RowWriter> writer,
        List<LogSource> sources,
        ScanWatch watch)
        implements DuckDBTableFunction<List<Column>, SharedBlocks, ChunkFiller> {

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
        return new SharedBlocks(sources, watch);
    }

    @Override
    public ChunkFiller localInit(DuckDBTableFunctionInitInfo info) {
        long[] asked =
                LongStream.range(0, info.getColumnCount()).map(info::getColumnIndex).toArray();
        Cells cells = new Cells(columns.size(), asked);
        return new ChunkFiller(new LineFeed(kind), cells, writer.apply(cells));
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter chunk) {
        SharedBlocks blocks = info.getInitData();
        ChunkFiller filler = info.getLocalInitData();
        try {
            return filler.fill(blocks, chunk);
        } catch (MarkIIException e) {
            watch.failed(e);
            throw e;
        }
    }
}
