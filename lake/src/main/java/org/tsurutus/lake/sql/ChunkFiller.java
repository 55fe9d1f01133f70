package org.tsurutus.lake.sql;

import java.util.Optional;
import org.duckdb.DuckDBDataChunkWriter;

/// Fills chunks with rows, for one of DuckDB's threads.
final class ChunkFiller {
    private final LineFeed feed;
    private final Cells cells;
    private final RowWriter writer;

    /// @param feed brings the lines
    /// @param writer writes them into `cells`
    ChunkFiller(LineFeed feed, Cells cells, RowWriter writer) {
        this.feed = feed;
        this.cells = cells;
        this.writer = writer;
    }

    /// Fills a chunk as far as there are lines.
    ///
    /// @return how many rows it has; none behind the last line
    int fill(SharedBlocks blocks, DuckDBDataChunkWriter chunk) {
        cells.begin(chunk);
        int row = 0;
        Optional<LineFeed.Open> line = feed.next(blocks);
        while (line.isPresent()) {
            writer.write(line.get().block(), line.get().cursor(), row);
            row++;
            line = row < Cells.CAPACITY ? feed.next(blocks) : Optional.empty();
        }
        cells.end();
        return row;
    }
}
