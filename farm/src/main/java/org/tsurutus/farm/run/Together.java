package org.tsurutus.farm.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.tsurutus.farm.FarmException;

/// Does one thing with all PCs of a run at once.
final class Together {
    private Together() {}

    /// Waits until all are done, whatever comes of them.
    ///
    /// @throws RuntimeException the first one's failure; those of others are added to it
    static <T> void each(List<T> all, Consumer<T> work) {
        if (all.size() == 1) {
            work.accept(all.getFirst());
            return;
        }
        try (ExecutorService threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            List<Future<?>> begun = new ArrayList<>();
            all.forEach(one -> begun.add(threads.submit(() -> work.accept(one))));
            List<RuntimeException> failures = new ArrayList<>();
            begun.forEach(future -> await(future, failures));
            if (!failures.isEmpty()) {
                RuntimeException first = failures.removeFirst();
                failures.forEach(first::addSuppressed);
                throw first;
            }
        }
    }

    private static void await(Future<?> future, List<RuntimeException> failures) {
        try {
            future.get();
        } catch (ExecutionException e) {
            failures.add(
                    e.getCause() instanceof RuntimeException failure
                            ? failure
                            : FarmException.environment("a PC failed: " + e.getCause(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failures.add(FarmException.environment("interrupted while PCs were at work", e));
        }
    }
}
