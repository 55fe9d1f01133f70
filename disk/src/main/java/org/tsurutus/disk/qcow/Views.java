package org.tsurutus.disk.qcow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.tsurutus.disk.Leftovers;

/// Sockets through which images are read, named for the process that reads.
final class Views {
    private static final Pattern NAME = Pattern.compile("(\\d{1,18})-\\d+(\\.pid|\\.log)?");
    private static final AtomicLong OPENED = new AtomicLong();

    private Views() {}

    static Path next(Path folder) {
        return folder.resolve(ProcessHandle.current().pid() + "-" + OPENED.incrementAndGet());
    }

    /// Deletes those of dead processes and ends the daemons behind them.
    static List<String> sweep(Path folder) {
        Leftovers.ofDead(folder, NAME).stream()
                .filter(file -> file.toString().endsWith(".pid"))
                .forEach(Views::endDaemon);
        return Leftovers.sweep(folder, NAME);
    }

    private static void endDaemon(Path pidFile) {
        try {
            Optional<ProcessHandle> daemon =
                    ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()));
            if (daemon.isPresent() && words(daemon.get()).contains(pidFile.toString())) {
                DaemonProcess.end(daemon.get());
            }
        } catch (IOException | NumberFormatException _) {
            // it has ended, or died before it wrote its number down and served nobody
        }
    }

    private static String words(ProcessHandle process) throws IOException {
        return Files.readString(
                Path.of("/proc", Long.toString(process.pid()), "cmdline"),
                StandardCharsets.ISO_8859_1);
    }
}
