package org.tsurutus.sensor;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Consumer;
import org.tsurutus.markii.MarkIIRecord;

/// Holds records back for a moment and hands them on by time, because the witnesses of what happens
/// are not equally quick. Records of the same time stay in the order in which they came.
final class InOrder {
    private static final Duration MOMENT = Duration.ofMillis(250);

    private final Consumer<MarkIIRecord> out;
    private final Queue<Held> held =
            new PriorityQueue<>(
                    Comparator.comparing((Held one) -> one.record().time())
                            .thenComparingLong(Held::order));
    private long order;

    private record Held(MarkIIRecord record, long order) {}

    InOrder(Consumer<MarkIIRecord> out) {
        this.out = out;
    }

    void add(MarkIIRecord record) {
        held.add(new Held(record, order++));
    }

    /// Hands on what is older than a moment before this time.
    void release(OffsetDateTime now) {
        OffsetDateTime before = now.minus(MOMENT);
        for (Held oldest = held.peek();
                oldest != null && oldest.record().time().isBefore(before);
                oldest = held.peek()) {
            out.accept(held.remove().record());
        }
    }

    /// Hands on all.
    void releaseAll() {
        while (!held.isEmpty()) {
            out.accept(held.remove().record());
        }
    }
}
