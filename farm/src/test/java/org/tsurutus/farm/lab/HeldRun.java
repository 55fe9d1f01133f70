package org.tsurutus.farm.lab;

import java.nio.file.Path;
import java.time.Duration;
import org.tsurutus.farm.run.Runner;

/// A controller of its own that runs a sleeping specimen; tests kill it. Ctrl-C ends it in order.
final class HeldRun {
    private HeldRun() {}

    /// @param arguments the specimen and the folder of runs
    public static void main(String[] arguments) {
        Runner runner = RealLab.LAB.runner();
        Thread running = Thread.currentThread();
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> {
                            runner.cancel();
                            try {
                                running.join(Duration.ofSeconds(30));
                            } catch (InterruptedException _) {
                                Thread.currentThread().interrupt();
                            }
                        }));
        runner.run(
                RealLab.request(
                        Path.of(arguments[0]), "", Duration.ofMinutes(5), Path.of(arguments[1])));
    }
}
