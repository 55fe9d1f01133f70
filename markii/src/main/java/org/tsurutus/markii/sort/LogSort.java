package org.tsurutus.markii.sort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.tsurutus.markii.MarkIIException;
import org.tsurutus.markii.lines.LineCounts;
import org.tsurutus.markii.scan.LogScan;
import org.tsurutus.markii.scan.LogSource;
import org.tsurutus.markii.where.LineSelection;

/// Sorts logs of any size. Records that are equal keep the order of the input; lines that are no
/// records stand behind all others, as they are and in their order; end marks are dropped.
///
/// @param order what to sort by
/// @param selection which records are taken
/// @param directory where lines are kept meanwhile, if they are more than fit into memory
/// @param runBytes how much is gathered in memory before it is written there, in bytes; up to twice
///   as much is in memory
/// @param mergedAtOnce how many runs are merged at once, from 2
public record LogSort(
        SortOrder order, LineSelection selection, Path directory, int runBytes, int mergedAtOnce) {
    private static final int USUAL_RUN = 32 << 20;
    private static final int USUALLY_MERGED = 64;

    /// A sort within a heap of 256 MiB.
    public LogSort(SortOrder order, LineSelection selection, Path directory) {
        this(order, selection, directory, USUAL_RUN, USUALLY_MERGED);
    }

    /// Reads the logs to their end and sorts them.
    ///
    /// @return the result, to be read once and closed
    /// @throws MarkIIException when a log cannot be read
    /// @throws UncheckedIOException when the directory cannot be written to
    public SortedLog sort(List<LogSource> sources) {
        Runs runs = new Runs(directory, mergedAtOnce);
        try (Gatherer gatherer = new Gatherer(runs)) {
            LogScan.blocks(sources, block -> Chunk.of(block, order, selection), gatherer::add);
            return gatherer.result();
        } catch (RuntimeException e) {
            runs.close();
            throw e;
        }
    }

    /// Gathers chunks for the next run while the one before is written.
    private final class Gatherer implements AutoCloseable {
        private final Runs runs;
        private final ExecutorService writer = Executors.newSingleThreadExecutor();
        private CompletableFuture<Void> written = CompletableFuture.completedFuture(null);
        private List<Chunk> chunks = new ArrayList<>();
        private long bytes;
        private LineCounts counts = LineCounts.NONE;

        Gatherer(Runs runs) {
            this.runs = runs;
        }

        void add(Chunk chunk) {
            counts = counts.plus(chunk.counts());
            chunks.add(chunk);
            bytes += chunk.bytes().length;
            if (bytes >= runBytes) {
                awaitWriter();
                List<Chunk> full = chunks;
                written = CompletableFuture.runAsync(() -> runs.add(entries(full)), writer);
                chunks = new ArrayList<>();
                bytes = 0;
            }
        }

        SortedLog result() {
            awaitWriter();
            List<Entries> all =
                    Stream.concat(runs.entries().stream(), entries(chunks).stream()).toList();
            try {
                return new SortedLog(new Merge(all), runs, counts);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the sorted lines back: " + e, e);
            }
        }

        private static List<Entries> entries(List<Chunk> chunks) {
            return chunks.stream().map(Chunk::entries).toList();
        }

        private void awaitWriter() {
            try {
                written.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                throw e;
            }
        }

        @Override
        public void close() {
            writer.close();
        }
    }
}
