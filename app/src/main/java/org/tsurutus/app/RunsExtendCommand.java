package org.tsurutus.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.run.RunDirectory;
import org.tsurutus.farm.run.RunManifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `runs extend`: more time for a run that is under way.
@Command(
        name = "extend",
        mixinStandardHelpOptions = true,
        description = "Gives a run that is under way more time.",
        footer = {"", "Example: tsurutus runs extend runs/20261122T215600Z-0a1b2c3d-4e5f 10m"})
final class RunsExtendCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long TICK_MILLIS = 100;

    @Parameters(index = "0", paramLabel = "RUN", description = "the run's directory")
    Path run = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "TIME",
            converter = Durations.class,
            description = "how much more: 90s, 15m, 1h")
    Duration more = Duration.ZERO;

    @Override
    public Integer call() {
        Labs.open();
        RunDirectory directory = new RunDirectory(run.toAbsolutePath().normalize());
        refuseEnded(directory);
        Path letter = directory.extensions().ask(more);
        if (isTaken(letter)) {
            System.out.println("the run has " + more.toSeconds() + " s more");
            return 0;
        }
        withdrawIfEnded(directory, letter);
        System.out.println(
                "the specimen does not act yet; it has "
                        + more.toSeconds()
                        + " s more as soon as it does");
        return 0;
    }

    private static void refuseEnded(RunDirectory directory) {
        RunManifest manifest = directory.manifest();
        if (manifest.state().isFinal()) {
            throw FarmException.input(
                    "run " + manifest.run() + " has ended; only a run under way can be extended");
        }
    }

    private static void withdrawIfEnded(RunDirectory directory, Path letter) {
        try {
            refuseEnded(directory);
        } catch (FarmException ended) {
            try {
                Files.deleteIfExists(letter);
            } catch (IOException e) {
                ended.addSuppressed(e);
            }
            throw ended;
        }
    }

    private static boolean isTaken(Path letter) {
        long begun = System.nanoTime();
        while (Files.exists(letter)) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                return false;
            }
            try {
                Thread.sleep(TICK_MILLIS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
