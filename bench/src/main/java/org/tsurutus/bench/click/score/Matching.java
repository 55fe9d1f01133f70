package org.tsurutus.bench.click.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tsurutus.bench.click.TrueControl;

/// Which found control is which true one: pairs that overlap by half or more, the best first.
final class Matching {
    private static final double HALF = 0.5;

    private Matching() {}

    private record Pair(TrueControl truth, Seen.Found found, double overlap) {}

    /// The true controls that were found, with what was found there; each found one stands once.
    static Map<TrueControl, Seen.Found> of(List<TrueControl> truth, List<Seen.Found> found) {
        List<Pair> pairs = new ArrayList<>();
        for (TrueControl control : truth) {
            for (Seen.Found each : found) {
                double overlap = control.box().overlap(each.box());
                if (overlap >= HALF) {
                    pairs.add(new Pair(control, each, overlap));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::overlap).reversed());
        Map<TrueControl, Seen.Found> matched = new HashMap<>();
        Set<Seen.Found> taken = new HashSet<>();
        for (Pair pair : pairs) {
            if (!matched.containsKey(pair.truth()) && taken.add(pair.found())) {
                matched.put(pair.truth(), pair.found());
            }
        }
        return matched;
    }
}
