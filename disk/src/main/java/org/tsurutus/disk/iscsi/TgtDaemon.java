package org.tsurutus.disk.iscsi;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.HostTool;
import org.tsurutus.disk.KeptProcess;

/// A `tgtd` of our own, apart from one that the host may run.
public final class TgtDaemon implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final long PAUSE = 20;

    private final Process process;
    private final Path socket;

    private TgtDaemon(Process process, Path socket) {
        this.process = process;
        this.socket = socket;
    }

    /// Starts one and waits until it takes orders.
    ///
    /// @param socket where it listens for them; its path is short (at most 90 bytes) and lies in a
    ///   folder that only root can enter
    /// @param portal address and port that it offers targets at
    /// @throws DiskException when it cannot be started
    public static TgtDaemon start(Path socket, String portal) {
        // It goes on when the command that started it ends.
        List<String> words =
                List.of(
                        "setsid",
                        "env",
                        "TGT_IPC_SOCKET=" + socket,
                        "tgtd",
                        "--foreground",
                        "--iscsi",
                        "portal=" + portal);
        try {
            TgtDaemon daemon =
                    new TgtDaemon(KeptProcess.start(words, Path.of(socket + ".log")), socket);
            daemon.await();
            return daemon;
        } catch (IOException e) {
            throw new DiskException("cannot start tgtd (" + e.getMessage() + "); install tgt", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DiskException("interrupted while tgtd was waited for", e);
        }
    }

    /// Whether one takes orders there, whoever started it.
    public static boolean isThere(Path socket) {
        return system(socket, "show").attempt().code() == 0;
    }

    /// Ends one, whoever started it; nothing when there is none.
    ///
    /// @throws DiskException when it goes on because a target is still there
    public static void end(Path socket) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (isThere(socket)) {
            HostTool.Outcome told = system(socket, "delete").attempt();
            if (System.nanoTime() > end) {
                throw new DiskException(
                        "tgtd goes on (" + told.complaint() + "); withdraw its targets first");
            }
        }
    }

    private void await() throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!isThere(socket)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new DiskException("tgtd does not take orders; " + socket + ".log says why");
            }
            Thread.sleep(PAUSE);
        }
    }

    /// Ends it. It does not listen to signals while it has targets, so that it is told.
    ///
    /// @throws DiskException when it goes on because a target is still there
    @Override
    public void close() {
        try {
            HostTool.Outcome told = system(socket, "delete").attempt();
            if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new DiskException(
                        "tgtd goes on (" + told.complaint() + "); withdraw its targets first");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new DiskException("interrupted while tgtd was waited for", e);
        }
    }

    private static HostTool system(Path socket, String operation) {
        return new HostTool(
                List.of("tgtadm", "--op", operation, "--mode", "system"),
                LIMIT,
                Map.of("TGT_IPC_SOCKET", socket.toString()));
    }
}
