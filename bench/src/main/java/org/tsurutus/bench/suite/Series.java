package org.tsurutus.bench.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The outcomes of one command.
record Series(List<Outcome> outcomes) {
    Series {
        outcomes = List.copyOf(outcomes);
    }

    /// Leaves out the run that warmed the host up, unless that was the one that failed.
    static Series withoutFirst(List<Outcome> outcomes) {
        int from = outcomes.size() > 1 ? 1 : 0;
        return new Series(outcomes.subList(from, outcomes.size()));
    }

    /// The run that failed, if one did.
    Optional<Outcome> failure() {
        return outcomes.stream().filter(Outcome::isFailure).findFirst();
    }

    /// The wall time in seconds.
    Spread seconds() {
        return Spread.of(outcomes.stream().map(Outcome::seconds).toList());
    }

    /// How many times as long as `other` this took, round by round, so that what slowed a whole
    /// round down does not count.
    Spread ratio(Series other) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < outcomes.size(); round++) {
            ratios.add(outcomes.get(round).seconds() / other.outcomes.get(round).seconds());
        }
        return Spread.of(ratios);
    }
}
