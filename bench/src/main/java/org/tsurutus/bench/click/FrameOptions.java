package org.tsurutus.bench.click;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntConsumer;
import picocli.CommandLine.Option;

/// Which frames are meant; the same for every command that makes some.
final class FrameOptions {
    private static final int STEP = 25;

    @Option(names = "--split", description = "tuning or test (default: ${DEFAULT-VALUE})")
    Split split = Split.TEST;

    @Option(names = "--from", description = "the first frame's index (default: 0)")
    long from;

    @Option(names = "--count", description = "how many frames (default: ${DEFAULT-VALUE})")
    int count = 400;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description =
                    "keeps frames and style sheets (default: clickbench in TSURUTUS_HOME, in"
                            + " /var/lib/tsurutus for root, in ~/.cache/tsurutus for others)")
    Optional<Path> cache = Optional.empty();

    Surroundings surroundings() {
        return Surroundings.of(System.getenv(), Path.of(System.getProperty("user.home")), cache);
    }

    /// Says now and then how many are done.
    IntConsumer progress(String what, int whole, PrintStream out) {
        return done -> {
            if (done % STEP == 0 || done == whole) {
                out.printf("%s: %d of %d%n", what, done, whole);
            }
        };
    }
}
