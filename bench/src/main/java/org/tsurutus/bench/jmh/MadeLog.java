package org.tsurutus.bench.jmh;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.tsurutus.bench.LogMaker;
import org.tsurutus.markii.scan.Block;

/// A made log in memory, for benchmarks to read.
@State(Scope.Benchmark)
public class MadeLog {
    /// How many bytes the log has; its last line may be cut.
    public static final int BYTES = 16 << 20;

    private static final long SEED = 7;

    private byte[] bytes = {};
    private Optional<Block> block = Optional.empty();

    /// Makes the log, once for all invocations.
    @Setup(Level.Trial)
    public void make() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(BYTES + (1 << 16));
        LogMaker.seeded(SEED).write(out, BYTES);
        bytes = Arrays.copyOf(out.toByteArray(), BYTES);
        block = Optional.of(Block.of(bytes));
    }

    /// The log as a block.
    public Block block() {
        return block.orElseThrow();
    }

    /// The log itself, not a copy.
    byte[] bytes() {
        return bytes;
    }
}
