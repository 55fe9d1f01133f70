package org.tsurutus.app.report;

import java.util.List;

/// The rows of a table that are shown, and how many are not.
record Capped<T>(List<T> rows, long leftOut) {
    Capped {
        rows = List.copyOf(rows);
    }

    /// The first `limit` of all rows.
    static <T> Capped<T> of(List<T> all, int limit) {
        int shown = Math.min(all.size(), limit);
        return new Capped<>(all.subList(0, shown), (long) all.size() - shown);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    long total() {
        return rows.size() + leftOut;
    }

    /// How many rows there are, with their noun.
    String total(String one, String many) {
        return ShownText.count(total()) + " " + (total() == 1 ? one : many);
    }
}
