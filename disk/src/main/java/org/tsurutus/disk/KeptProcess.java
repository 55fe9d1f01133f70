package org.tsurutus.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// Starts daemons. Those that the kernel ends with the thread that started them
/// (`PR_SET_PDEATHSIG`) need one that lives as long as they do.
public final class KeptProcess {
    private KeptProcess() {}

    /// Starts a program in a thread of its own, with nothing to read.
    ///
    /// @param words the program and its arguments, with what ties it to the thread (`setpriv`) or
    ///   lets it outlive this process (`setsid`)
    /// @param log takes what it says
    /// @throws IOException when it cannot be started
    public static Process start(List<String> words, Path log)
            throws IOException, InterruptedException {
        CompletableFuture<Process> started = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("keeper").start(() -> keep(words, log, started));
        try {
            return started.get();
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause()), e);
        }
    }

    private static void keep(List<String> words, Path log, CompletableFuture<Process> started) {
        try {
            Process process =
                    new ProcessBuilder(words)
                            .redirectInput(Path.of("/dev/null").toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            started.complete(process);
            process.onExit().join();
        } catch (IOException e) {
            started.completeExceptionally(e);
        }
    }
}
