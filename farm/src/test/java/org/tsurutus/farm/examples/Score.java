package org.tsurutus.farm.examples;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// How well a log shows what the acts did.
///
/// @param acts how many were judged
/// @param exact how many of these are in the log as declared, with nothing missing and nothing else
/// @param kinds by `evt/subEvt`
/// @param missing what was declared and is not in the log, by act
/// @param extra what the log says of the acts and was not declared
/// @param wineOwn records that the sensor itself marks as Wine's own doing
public record Score(
        long acts,
        long exact,
        SortedMap<String, Count> kinds,
        List<String> missing,
        List<String> extra,
        long wineOwn) {

    /// Records of one kind.
    ///
    /// @param declared how many there must be
    /// @param found how many of these there are
    /// @param extra how many there are besides
    public record Count(long declared, long found, long extra) {
        Count plus(Count other) {
            return new Count(declared + other.declared, found + other.found, extra + other.extra);
        }

        /// The share of what was declared that was found; 1 where nothing was declared.
        public double recall() {
            return declared == 0 ? 1 : (double) found / declared;
        }

        /// The share of what was recorded that is true; 1 where nothing was recorded.
        public double precision() {
            return found + extra == 0 ? 1 : (double) found / (found + extra);
        }
    }

    /// Of all kinds.
    public Count total() {
        return kinds.values().stream().reduce(new Count(0, 0, 0), Count::plus);
    }

    /// This score and another, of another run.
    public Score plus(Score other) {
        SortedMap<String, Count> sum = new TreeMap<>(kinds);
        other.kinds.forEach((kind, count) -> sum.merge(kind, count, Count::plus));
        return new Score(
                acts + other.acts,
                exact + other.exact,
                sum,
                both(missing, other.missing),
                both(extra, other.extra),
                wineOwn + other.wineOwn);
    }

    private static List<String> both(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
