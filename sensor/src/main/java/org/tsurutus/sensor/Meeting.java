package org.tsurutus.sensor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;

/// Joins what two witnesses say of the same file or socket, whichever is heard first. The first one
/// sees what happens just before the second does, so an older word of the second is about something
/// else. Those of one key meet in the order in which they came. What waits is bounded: the oldest
/// is given up.
///
/// @param <A> the word of one witness
/// @param <B> the word of the other
final class Meeting<A, B> {
    private static final int MAX_WAITING = 65_536;

    private final long patienceNanos;
    private final Side<A> first = new Side<>();
    private final Side<B> second = new Side<>();

    private record Waiting<W>(long key, W word, long nanos) {}

    /// The words of one witness, by key and by age.
    private static final class Side<W> {
        private final Map<Long, Deque<Waiting<W>>> byKey = new HashMap<>();
        private final Deque<Waiting<W>> byAge = new ArrayDeque<>();

        void add(long key, W word, long nanos) {
            Waiting<W> waiting = new Waiting<>(key, word, nanos);
            byKey.computeIfAbsent(key, _ -> new ArrayDeque<>()).addLast(waiting);
            byAge.addLast(waiting);
        }

        /// Takes the oldest word of a time that will do.
        Optional<W> take(long key, LongPredicate time) {
            Deque<Waiting<W>> waiting = byKey.getOrDefault(key, new ArrayDeque<>());
            for (Iterator<Waiting<W>> words = waiting.iterator(); words.hasNext(); ) {
                Waiting<W> word = words.next();
                if (time.test(word.nanos())) {
                    words.remove();
                    if (waiting.isEmpty()) {
                        byKey.remove(key);
                    }
                    return Optional.of(word.word());
                }
            }
            return Optional.empty();
        }

        /// Takes out what is older than a time, all of it, or what is too much.
        List<W> overdue(long before, boolean all) {
            List<W> overdue = new ArrayList<>();
            for (Iterator<Waiting<W>> ages = byAge.iterator(); ages.hasNext(); ) {
                Waiting<W> oldest = ages.next();
                boolean stillWaits = isFirst(oldest);
                if (stillWaits && !all && oldest.nanos() >= before && byAge.size() <= MAX_WAITING) {
                    break;
                }
                ages.remove();
                if (stillWaits) {
                    take(oldest.key(), _ -> true);
                    overdue.add(oldest.word());
                }
            }
            return overdue;
        }

        private boolean isFirst(Waiting<W> waiting) {
            Deque<Waiting<W>> same = byKey.get(waiting.key());
            return same != null && waiting.equals(same.peekFirst());
        }
    }

    /// @param patienceNanos how long one waits for the other, by the guest's clock
    Meeting(long patienceNanos) {
        this.patienceNanos = patienceNanos;
    }

    /// The first witness speaks; the oldest unmet word of the second about this key answers, or
    /// none yet.
    Optional<B> first(long key, A word, long nanos) {
        Optional<B> met = second.take(key, said -> said >= nanos);
        if (met.isEmpty()) {
            first.add(key, word, nanos);
        }
        return met;
    }

    /// The second witness speaks.
    Optional<A> second(long key, B word, long nanos) {
        Optional<A> met = first.take(key, done -> done <= nanos);
        if (met.isEmpty()) {
            second.add(key, word, nanos);
        }
        return met;
    }

    /// Takes out the words of the first witness that waited long enough, or all.
    List<A> overdueFirst(long nanos, boolean all) {
        return first.overdue(nanos - patienceNanos, all);
    }

    /// Takes out the words of the second witness that waited long enough, or all.
    List<B> overdueSecond(long nanos, boolean all) {
        return second.overdue(nanos - patienceNanos, all);
    }
}
