package org.tsurutus.bench.click.score;

import java.util.List;
import java.util.function.Predicate;

/// So many of so many.
///
/// @param part how many
/// @param whole of how many
public record Share(long part, long whole) {
    /// None of none.
    public static final Share NONE = new Share(0, 0);

    /// How many of a list are so.
    public static <T> Share of(List<T> list, Predicate<T> isSo) {
        return new Share(list.stream().filter(isSo).count(), list.size());
    }

    /// Both together.
    public Share plus(Share other) {
        return new Share(part + other.part, whole + other.whole);
    }

    /// The part of the whole, 0 to 1; 0 where there is nothing.
    public double value() {
        return whole == 0 ? 0 : (double) part / whole;
    }

    /// In percent with one decimal, or `-` where there is nothing.
    public String percent() {
        return whole == 0 ? "-" : "%.1f".formatted(value() * 100);
    }
}
