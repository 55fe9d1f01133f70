package org.tsurutus.app;

import java.time.Duration;
import java.util.Optional;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.run.Timing;
import picocli.CommandLine.Option;

/// How long a specimen may act.
final class TimingOption {
    @Option(
            names = "--time",
            paramLabel = "TIME",
            converter = Durations.class,
            description = "the longest that the specimen may act: 90s, 15m, 1h (default: 15m)")
    Duration limit = Timing.DEFAULT_LIMIT;

    @Option(
            names = "--extend-while-new",
            paramLabel = "TIME",
            converter = Durations.class,
            description =
                    "go on after --time, up to TIME altogether, as long as paths, keys, hosts or"
                            + " programs appear that were not seen before (default: stop at --time)")
    Optional<Duration> whileNew = Optional.empty();

    @Option(
            names = "--stop-when-quiet",
            paramLabel = "TIME",
            converter = Durations.class,
            description =
                    "stop as soon as nobody has done anything for TIME (default: wait until --time)")
    Optional<Duration> whenQuiet = Optional.empty();

    /// The time that is asked for.
    ///
    /// @throws FarmException when the options contradict each other
    Timing timing() {
        return new Timing(limit, whileNew, whenQuiet);
    }
}
