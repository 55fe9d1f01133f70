package org.tsurutus.markii.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tsurutus.markii.MarkIIException;

/// Reads logs on all processors: each thread fetches a block, works on it, and hands its result on
/// when its turn comes. No thread only waits for others, so that few processors are all at work.
public final class LogScan<T> {
    private static final int RESULTS_AHEAD = 8;

    private final boolean numbered;
    private final BlockReader reader;
    private final Function<Block, T> work;
    private final Consumer<T> inOrder;
    private final TreeMap<Long, Done<T>> waiting = new TreeMap<>();
    private CompletableFuture<Long> nextLine = new CompletableFuture<>();
    private long fetched;
    private long handedOn;
    private Optional<MarkIIException> broken = Optional.empty();
    private boolean ended;
    private boolean givenUp;

    private record Done<T>(Block block, T result) {}

    /// A block, when its first line's number is known, and where the next block waits for its own.
    private record Fetched(
            long number,
            Block block,
            CompletableFuture<Long> firstLine,
            CompletableFuture<Long> nextLine) {
        /// Counts the block's lines, which is quicker done by all threads than by the one that
        /// reads.
        Block numbered() {
            long breaks = BlockReader.breaks(block.bytes(), block.end());
            long first = firstLine.join();
            nextLine.complete(first + breaks);
            return block.from(first);
        }
    }

    private LogScan(
            BlockReader reader, Function<Block, T> work, Consumer<T> inOrder, boolean numbered) {
        this.numbered = numbered;
        this.reader = reader;
        this.work = work;
        this.inOrder = inOrder;
    }

    /// Works on every block of every log.
    ///
    /// A few blocks for each processor are in memory at once. A block's array is used again as soon
    /// as `inOrder` returns, so neither function may keep it.
    ///
    /// @param work runs on several threads at once, each time for another block
    /// @param inOrder takes the results in the order of the input, one at a time, on any of the
    ///   threads
    /// @throws MarkIIException when a log cannot be read; the results of what was read before have
    ///   been handed on
    public static <T> void blocks(
            List<LogSource> sources, Function<Block, T> work, Consumer<T> inOrder) {
        run(sources, work, inOrder, true);
    }

    /// The same for whoever needs no line numbers, which are not free: all blocks begin with line
    /// 1.
    public static <T> void blocksWithoutNumbers(
            List<LogSource> sources, Function<Block, T> work, Consumer<T> inOrder) {
        run(sources, work, inOrder, false);
    }

    private static <T> void run(
            List<LogSource> sources,
            Function<Block, T> work,
            Consumer<T> inOrder,
            boolean numbered) {
        try (BlockReader reader = BlockReader.withoutNumbers(sources)) {
            new LogScan<>(reader, work, inOrder, numbered).run();
        }
    }

    private void run() {
        int others = Runtime.getRuntime().availableProcessors() - 1;
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(Math.max(1, others))) {
            for (int worker = 0; worker < others; worker++) {
                running.add(workers.submit(this::workUntilTheEnd));
            }
            try {
                workUntilTheEnd();
            } finally {
                workers.shutdown();
                running.forEach(LogScan::await);
            }
        }
        if (broken.isPresent()) {
            throw broken.get();
        }
    }

    private static void await(Future<?> worker) {
        try {
            worker.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while logs were read", e);
        }
    }

    private void workUntilTheEnd() {
        try {
            for (Optional<Fetched> next = fetch(); next.isPresent(); next = fetch()) {
                Block block = numbered ? next.get().numbered() : next.get().block();
                handOn(next.get().number(), new Done<>(block, work.apply(block)));
            }
        } catch (RuntimeException | Error e) {
            giveUp();
            throw e;
        }
    }

    /// Nothing more is fetched or handed on.
    private synchronized void giveUp() {
        ended = true;
        givenUp = true;
        notifyAll();
    }

    private synchronized Optional<Fetched> fetch() {
        while (!ended && fetched - handedOn >= RESULTS_AHEAD) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while logs were read", e);
            }
        }
        if (ended) {
            return Optional.empty();
        }
        Optional<Fetched> next = read().map(this::fetched);
        ended = next.isEmpty();
        return next;
    }

    /// A log that breaks ends the input; what was read before is still worked on.
    private Optional<Block> read() {
        try {
            return reader.next();
        } catch (MarkIIException e) {
            broken = Optional.of(e);
            return Optional.empty();
        }
    }

    private Fetched fetched(Block block) {
        CompletableFuture<Long> firstLine =
                block.offset() == 0 ? CompletableFuture.completedFuture(1L) : nextLine;
        nextLine = new CompletableFuture<>();
        return new Fetched(fetched++, block, firstLine, nextLine);
    }

    /// Hands on all results whose turn it is.
    private synchronized void handOn(long number, Done<T> done) {
        waiting.put(number, done);
        while (!givenUp && waiting.containsKey(handedOn)) {
            Done<T> next = waiting.remove(handedOn);
            inOrder.accept(next.result());
            reader.giveBack(next.block());
            handedOn++;
        }
        notifyAll();
    }
}
