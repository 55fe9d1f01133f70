package org.tsurutus.bench.suite;

import java.util.Locale;

/// What a measured value should be.
sealed interface Goal {
    /// Whether the value is good enough.
    boolean isMetBy(double value);

    /// For the table, for example `<= 3 x`.
    String text();

    /// No more than `limit`.
    record AtMost(double limit, String unit) implements Goal {
        @Override
        public boolean isMetBy(double value) {
            return value <= limit;
        }

        @Override
        public String text() {
            return "<= " + number(limit) + " " + unit;
        }
    }

    /// No less than `limit`.
    record AtLeast(double limit, String unit) implements Goal {
        @Override
        public boolean isMetBy(double value) {
            return value >= limit;
        }

        @Override
        public String text() {
            return ">= " + number(limit) + " " + unit;
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.1f", value);
    }
}
