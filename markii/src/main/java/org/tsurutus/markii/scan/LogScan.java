package org.tsurutus.markii.scan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tsurutus.markii.MarkIIException;

/// Reads logs on all processors: one thread cuts them into blocks, several work on blocks, and the
/// results come in the order of the input.
public final class LogScan {
    private static final int BLOCKS_AHEAD = 2;

    private LogScan() {}

    private record Pending<T>(Block block, CompletableFuture<T> result) {}

    /// Works on every block of every log.
    ///
    /// At most twice as many blocks as there are processors are in memory. A block's array is used
    /// again as soon as `inOrder` returns, so neither function may keep it.
    ///
    /// @param work runs on several threads at once, each time for another block
    /// @param inOrder takes the results on the caller's thread, in the order of the input
    /// @throws MarkIIException when a log cannot be read; the results of what was read before have
    ///   been handed on
    public static <T> void blocks(
            List<LogSource> sources, Function<Block, T> work, Consumer<T> inOrder) {
        int processors = Runtime.getRuntime().availableProcessors();
        Deque<Pending<T>> pending = new ArrayDeque<>();
        try (BlockReader reader = new BlockReader(sources);
                ExecutorService workers = Executors.newFixedThreadPool(processors)) {
            Optional<Block> next = next(reader, pending, inOrder);
            while (next.isPresent()) {
                Block block = next.get();
                pending.add(
                        new Pending<>(
                                block,
                                CompletableFuture.supplyAsync(() -> work.apply(block), workers)));
                if (pending.size() > BLOCKS_AHEAD * processors) {
                    handOn(reader, pending.remove(), inOrder);
                }
                next = next(reader, pending, inOrder);
            }
            drain(reader, pending, inOrder);
        }
    }

    /// The next block; what was read before a log broke is handed on first.
    private static <T> Optional<Block> next(
            BlockReader reader, Deque<Pending<T>> pending, Consumer<T> inOrder) {
        try {
            return reader.next();
        } catch (MarkIIException e) {
            drain(reader, pending, inOrder);
            throw e;
        }
    }

    private static <T> void drain(
            BlockReader reader, Deque<Pending<T>> pending, Consumer<T> inOrder) {
        while (!pending.isEmpty()) {
            handOn(reader, pending.remove(), inOrder);
        }
    }

    private static <T> void handOn(BlockReader reader, Pending<T> done, Consumer<T> inOrder) {
        try {
            inOrder.accept(done.result().join());
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
        reader.giveBack(done.block());
    }
}
