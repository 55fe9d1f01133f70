package org.tsurutus.disk.qcow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.KeptProcess;

/// A `qemu-storage-daemon`. Unless it is to last, it does not outlive the controller: the kernel
/// ends it when the thread that started it ends (`PR_SET_PDEATHSIG`), so that thread lives as long
/// as the daemon does.
final class DaemonProcess implements AutoCloseable {
    static final String PROGRAM = "qemu-storage-daemon";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final List<String> BOUND = List.of("setpriv", "--pdeathsig", "KILL", "--");
    private static final List<String> LASTING = List.of("setsid");

    private final Process process;

    private DaemonProcess(Process process) {
        this.process = process;
    }

    /// Starts a daemon and waits until it serves.
    ///
    /// @param scratch a path that nothing else uses; `.pid` and `.log` beside it are the daemon's
    /// @throws DiskException when it is not installed or refuses, with what it said
    static DaemonProcess start(List<String> options, Path scratch) {
        return start(BOUND, options, scratch);
    }

    /// Starts one as [#start] does, which goes on when the controller ends.
    static DaemonProcess startLasting(List<String> options, Path scratch) {
        return start(LASTING, options, scratch);
    }

    private static DaemonProcess start(List<String> how, List<String> options, Path scratch) {
        Path pid = sibling(scratch, ".pid");
        Path log = sibling(scratch, ".log");
        List<String> words = new ArrayList<>(how);
        words.add(PROGRAM);
        words.addAll(options);
        words.addAll(List.of("--pidfile", pid.toString()));
        try {
            Files.deleteIfExists(pid);
            Process process = KeptProcess.start(words, log);
            DaemonProcess daemon = new DaemonProcess(process);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!Files.exists(pid)) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    daemon.close();
                    throw new DiskException(
                            String.join(" ", words) + " did not come up: " + said(log));
                }
                process.waitFor(5, TimeUnit.MILLISECONDS);
            }
            return daemon;
        } catch (IOException e) {
            throw new DiskException(
                    "cannot start " + PROGRAM + ": " + e + "; is qemu-utils installed?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DiskException("interrupted while " + PROGRAM + " was starting", e);
        } finally {
            delete(log);
        }
    }

    static Path sibling(Path path, String ending) {
        return path.resolveSibling(path.getFileName() + ending);
    }

    private static String said(Path log) {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "and what it said cannot be read: " + e;
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new DiskException("cannot delete " + file + ": " + e, e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Lets the daemon write everything out and end; one that does not is killed.
    @Override
    public void close() {
        end(process.toHandle());
    }

    /// Ends a daemon that may be another controller's child.
    static void end(ProcessHandle daemon) {
        daemon.destroy();
        if (!ended(daemon)) {
            daemon.destroyForcibly();
            if (!ended(daemon)) {
                throw new DiskException(
                        PROGRAM + " (process " + daemon.pid() + ") cannot be ended");
            }
        }
    }

    private static boolean ended(ProcessHandle daemon) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        boolean interrupted = false;
        while (daemon.isAlive() && System.nanoTime() < deadline) {
            try {
                Thread.sleep(5);
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return !daemon.isAlive();
    }
}
