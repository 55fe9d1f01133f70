package org.tsurutus.lake.sql;

import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBTableFunctionState;
import org.tsurutus.markii.scan.Block;
import org.tsurutus.markii.scan.BlockReader;
import org.tsurutus.markii.scan.LogSource;

/// The blocks of logs, handed out to several threads; one pass over the logs.
final class SharedBlocks implements DuckDBTableFunctionState {
    private final BlockReader reader;
    private final ScanWatch watch;
    private long skipped;

    /// A pass before its first block.
    SharedBlocks(List<LogSource> sources, ScanWatch watch) {
        this.reader = new BlockReader(sources);
        this.watch = watch;
    }

    /// The next block; empty behind the last one.
    synchronized Optional<Block> next() {
        return reader.next();
    }

    /// Takes a block back that a thread is done with.
    ///
    /// @param malformed how many lines of it are no record
    synchronized void giveBack(Block block, long malformed) {
        reader.giveBack(block);
        skipped += malformed;
        watch.skippedInOnePass(skipped);
    }

    @Override
    public synchronized void close() {
        reader.close();
    }
}
