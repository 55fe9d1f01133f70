package org.tsurutus.farm.run;

import java.time.Duration;
import java.util.Optional;
import org.tsurutus.farm.FarmException;

/// How long a specimen may act. All of it is measured by the host's monotonic clock, so that a
/// guest that changes its own changes nothing.
///
/// @param limit the time that it is given
/// @param whileNew how much that may become altogether while new behaviour still appears; none, and
///   the limit stands
/// @param whenQuiet after how long without an act of anybody the run ends early; none, and silence
///   ends nothing
public record Timing(Duration limit, Optional<Duration> whileNew, Optional<Duration> whenQuiet) {
    /// The time that a specimen gets unless told, as the datasets of the field have it.
    public static final Duration DEFAULT_LIMIT = Duration.ofMinutes(15);

    /// Silence shorter than this is a program that waits for its disk.
    private static final Duration SHORTEST_QUIET = Duration.ofSeconds(5);

    /// A time.
    ///
    /// @throws FarmException when the parts contradict each other
    public Timing {
        Duration given = limit;
        if (whileNew.filter(most -> most.compareTo(given) <= 0).isPresent()) {
            throw FarmException.input(
                    "a run of %d s cannot be extended to %d s; give more than the limit"
                            .formatted(limit.toSeconds(), whileNew.get().toSeconds()));
        }
        if (whenQuiet.filter(quiet -> quiet.compareTo(SHORTEST_QUIET) < 0).isPresent()) {
            throw FarmException.input(
                    "%d s without an act are no silence yet; give %d s or more"
                            .formatted(whenQuiet.get().toSeconds(), SHORTEST_QUIET.toSeconds()));
        }
    }

    /// A limit that stands.
    public static Timing of(Duration limit) {
        return new Timing(limit, Optional.empty(), Optional.empty());
    }
}
