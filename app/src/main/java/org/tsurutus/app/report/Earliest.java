package org.tsurutus.app.report;

import java.util.Comparator;
import java.util.PriorityQueue;

/// Keeps the earliest rows of a log of any length.
final class Earliest<T> {
    private final int limit;
    private final PriorityQueue<Placed<T>> latestFirst =
            new PriorityQueue<>(Comparator.comparing((Placed<T> row) -> row.moment).reversed());
    private long total;

    private record Placed<T>(Moment moment, T row) {}

    Earliest(int limit) {
        this.limit = limit;
    }

    void add(Moment moment, T row) {
        total++;
        latestFirst.add(new Placed<>(moment, row));
        if (latestFirst.size() > limit) {
            latestFirst.remove();
        }
    }

    /// The rows in the order of time.
    Capped<T> rows() {
        return new Capped<>(
                latestFirst.stream()
                        .sorted(Comparator.comparing(Placed::moment))
                        .map(Placed::row)
                        .toList(),
                total - latestFirst.size());
    }
}
