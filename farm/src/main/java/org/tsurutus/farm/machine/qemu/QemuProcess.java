package org.tsurutus.farm.machine.qemu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.tsurutus.farm.FarmException;

/// A QEMU that does not outlive the controller, not even one that was killed: the kernel ends it
/// when the thread that started it ends (`PR_SET_PDEATHSIG`), so that thread lives as long as the
/// process does.
final class QemuProcess implements AutoCloseable {
    private final Process process;
    private final Path log;

    private QemuProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static QemuProcess start(List<String> words, Path folder) {
        QemuUser user = QemuUser.of(folder);
        user.own(folder);
        List<String> guarded = user.guard();
        guarded.addAll(words);
        Path log = folder.resolve("qemu.log");
        CompletableFuture<Process> started = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("qemu keeper").start(() -> keep(guarded, log, started));
        try {
            return new QemuProcess(started.get(), log);
        } catch (ExecutionException e) {
            throw FarmException.environment("QEMU cannot be started: " + e.getCause(), e);
        } catch (InterruptedException e) {
            CompletableFuture<Void> _ = started.thenAccept(Process::destroyForcibly);
            Thread.currentThread().interrupt();
            throw FarmException.environment("interrupted while QEMU was starting", e);
        }
    }

    private static void keep(List<String> words, Path log, CompletableFuture<Process> started) {
        try {
            Process process =
                    new ProcessBuilder(words)
                            .redirectInput(
                                    ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            started.complete(process);
            while (process.isAlive()) {
                waitFor(process);
            }
        } catch (IOException e) {
            started.completeExceptionally(e);
        }
    }

    private static void waitFor(Process process) {
        try {
            process.waitFor();
        } catch (InterruptedException _) {
            // this thread's life is QEMU's life; nobody interrupts it with a reason
        }
    }

    Process process() {
        return process;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// What QEMU said, for an error message.
    String said() {
        try {
            return Files.exists(log) ? Files.readString(log).strip() : "";
        } catch (IOException _) {
            return "";
        }
    }

    /// Waits for QEMU to end by itself.
    boolean ended(long seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        boolean interrupted = Thread.interrupted();
        ended(10);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
