package org.tsurutus.lake.sql;

import org.duckdb.DuckDBDataChunkWriter;

/// Writes lines as rows, for one of DuckDB's threads.
interface ChunkRows {
    /// Fills a chunk as far as there are lines.
    ///
    /// @return how many rows it has; none behind the last line
    int fill(SharedBlocks blocks, DuckDBDataChunkWriter chunk);
}
