package org.tsurutus.farm.lease;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tsurutus.disk.LifeLock;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.host.Home;
import org.tsurutus.farm.image.BuildFolder;

/// Cleans up after controllers that died: ends their machines, deletes their overlays and names
/// their runs.
public final class Sweep {
    private static final Duration UNFINISHED = Duration.ofMinutes(1);

    private Sweep() {}

    /// What one dead controller left.
    ///
    /// @param lease the lease's name
    /// @param machines how many processes of it were still alive and have been ended
    /// @param run the directory of its run, if it had one
    public record Left(String lease, int machines, Optional<Path> run) {}

    /// Cleans every lease whose holder is dead and answers what was found.
    public static List<Left> run(Home home) {
        List<Left> found = new ArrayList<>();
        try (Stream<Path> folders = Files.list(home.leases())) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                sweep(folder).ifPresent(found::add);
            }
        } catch (IOException e) {
            throw FarmException.environment(
                    "cannot look for dead leases in " + home.leases() + ": " + e, e);
        }
        return found;
    }

    private static Optional<Left> sweep(Path folder) throws IOException {
        String name = String.valueOf(folder.getFileName());
        Path lock = folder.resolve(Lease.LOCK);
        if (name.startsWith(".")
                && Files.getLastModifiedTime(folder)
                        .toInstant()
                        .isAfter(Instant.now().minus(UNFINISHED))) {
            return Optional.empty();
        }
        Optional<LifeLock> taken = LifeLock.takeOver(lock);
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        try (LifeLock _ = taken.get()) {
            int ended = endMachines(folder);
            Optional<Path> run =
                    read(folder.resolve(Lease.RUN), StandardCharsets.UTF_8).map(Path::of);
            BuildFolder.delete(folder);
            return Optional.of(new Left(name, ended, run));
        }
    }

    /// Ends processes whose command line names the lease's folder; nobody else's does.
    private static int endMachines(Path folder) {
        int ended = 0;
        for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
            Path commandLine = Path.of("/proc", Long.toString(process.pid()), "cmdline");
            if (process.pid() != ProcessHandle.current().pid()
                    && read(commandLine, StandardCharsets.ISO_8859_1)
                            .filter(words ->
                                    words.startsWith("qemu-system") && words.contains(folder + "/"))
                            .isPresent()
                    && process.destroyForcibly()) {
                ended++;
            }
        }
        return ended;
    }

    private static Optional<String> read(Path file, Charset charset) {
        try {
            return Optional.of(Files.readString(file, charset));
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
