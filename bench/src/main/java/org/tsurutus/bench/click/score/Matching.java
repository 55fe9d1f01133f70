package org.tsurutus.bench.click.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tsurutus.bench.click.TrueControl;

/// Which found control is which true one: pairs that overlap by half or more, the best first.
final class Matching {
    private static final double HALF = 0.5;

    private Matching() {}

    private record Pair(Match match, double overlap) {}

    /// A true control and what was found there.
    record Match(TrueControl truth, Seen.Found found) {}

    /// The pairs; each true control and each found one stands in one at most.
    static List<Match> of(List<TrueControl> truth, List<Seen.Found> found) {
        List<Pair> pairs = new ArrayList<>();
        for (TrueControl control : truth) {
            for (Seen.Found each : found) {
                double overlap = control.box().overlap(each.box());
                if (overlap >= HALF) {
                    pairs.add(new Pair(new Match(control, each), overlap));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::overlap).reversed());
        List<Match> matches = new ArrayList<>();
        Set<Object> taken = new HashSet<>();
        for (Pair pair : pairs) {
            Match match = pair.match();
            if (!taken.contains(match.truth()) && !taken.contains(match.found())) {
                taken.add(match.truth());
                taken.add(match.found());
                matches.add(match);
            }
        }
        return matches;
    }
}
