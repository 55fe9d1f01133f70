package org.tsurutus.farm.run;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;

/// When a run has had its time: the limit that it was given, and what was added since by its user
/// or because new behaviour still appeared. Times are the host's monotonic nanoseconds.
final class RunTimer {
    /// New behaviour adds as much as it was looked for.
    private static final Duration STEP = Behaviour.WINDOW;

    /// Fewer first-seen objects within the window are what any program does now and then.
    private static final int FEWEST = 3;

    private final Timing timing;
    private final long begun;
    private final BiConsumer<Duration, String> extended;
    private Duration limit;

    /// @param extended told by how much the run was extended, and why
    RunTimer(Timing timing, long begun, BiConsumer<Duration, String> extended) {
        this.timing = timing;
        this.begun = begun;
        this.extended = extended;
        this.limit = timing.limit();
    }

    /// The time that the run has altogether, as things stand.
    Duration limit() {
        return limit;
    }

    /// Gives the run more time.
    void extend(Duration more, String why) {
        limit = limit.plus(more);
        extended.accept(more, why);
    }

    /// Looks at the clock, and gives more time where that is due.
    ///
    /// @param quiet how long nobody has done anything
    /// @param firstSeen what was seen for the first time within [Behaviour#WINDOW]
    /// @return why the run is over; empty as long as it is not
    Optional<RunManifest.End> check(long now, Duration quiet, int firstSeen) {
        if (timing.whenQuiet().filter(longest -> quiet.compareTo(longest) >= 0).isPresent()) {
            return end("gone quiet", "nobody did anything for " + quiet.toSeconds() + " s");
        }
        if (now - begun <= limit.toNanos()) {
            return Optional.empty();
        }
        Duration left = timing.whileNew().map(most -> most.minus(limit)).orElse(Duration.ZERO);
        if (left.isPositive() && firstSeen >= FEWEST) {
            extend(
                    left.compareTo(STEP) < 0 ? left : STEP,
                    "%d objects were seen for the first time within %d s"
                            .formatted(firstSeen, Behaviour.WINDOW.toSeconds()));
            return Optional.empty();
        }
        return end(
                "time limit", "the specimen was still at work after " + limit.toSeconds() + " s");
    }

    private static Optional<RunManifest.End> end(String reason, String detail) {
        return Optional.of(new RunManifest.End(reason, detail, Optional.empty()));
    }
}
