package org.tsurutus.bench.suite;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/// What repeated measurements came to.
///
/// @param low the least
/// @param median the middle one, or the mean of the two in the middle
/// @param high the greatest
record Spread(double low, double median, double high) {
    /// @throws IllegalArgumentException for no values
    static Spread of(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a spread needs at least one value");
        }
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int half = sorted.length / 2;
        double median =
                sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        return new Spread(sorted[0], median, sorted[sorted.length - 1]);
    }

    /// The same values in another unit; the function may turn the order round.
    Spread map(DoubleUnaryOperator unit) {
        double[] ends = {unit.applyAsDouble(low), unit.applyAsDouble(high)};
        Arrays.sort(ends);
        return new Spread(ends[0], unit.applyAsDouble(median), ends[1]);
    }

    /// For the table, for example `1.234 s (1.200 … 1.300)`.
    String text(String unit) {
        return low == high
                ? String.format(Locale.ROOT, "%.3f %s", median, unit)
                : String.format(Locale.ROOT, "%.3f %s (%.3f … %.3f)", median, unit, low, high);
    }
}
