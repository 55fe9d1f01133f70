package org.tsurutus.sensor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// Joins what the kernel says of a path with what the trace says of it, whichever comes first.
///
/// The kernel's word waits for the trace a little, since the trace may be late; the trace's word
/// waits for the kernel longer, since a program may hold the last copy of a file after it closed
/// its handle. Both queues are short; the oldest entry of a full one is given up.
///
/// @param <K> the kernel's word
/// @param <T> the trace's word
final class Meeting<K, T> {
    private static final int MAX_WAITING = 4_096;
    private static final long KERNEL_WAITS_NANOS = 2_000_000_000L;
    private static final long TRACE_WAITS_NANOS = 10_000_000_000L;

    private final Deque<Waiting<K>> kernel = new ArrayDeque<>();
    private final Deque<Waiting<T>> trace = new ArrayDeque<>();
    private final List<Overdue<K>> crowdedOut = new ArrayList<>();

    private record Waiting<W>(String path, W word, long nanos) {}

    /// A kernel's word that waited long enough.
    record Overdue<K>(String path, K word) {}

    /// The kernel speaks; the oldest word of the trace about that path answers, or none yet.
    Optional<T> kernel(String path, K word, long nanos) {
        Optional<T> met = take(trace, path);
        if (met.isEmpty()) {
            if (kernel.size() == MAX_WAITING) {
                Waiting<K> oldest = kernel.removeFirst();
                crowdedOut.add(new Overdue<>(oldest.path(), oldest.word()));
            }
            kernel.addLast(new Waiting<>(path, word, nanos));
        }
        return met;
    }

    /// The trace speaks; the oldest word of the kernel about that path answers, or none yet.
    Optional<K> trace(String path, T word, long nanos) {
        Optional<K> met = take(kernel, path);
        if (met.isEmpty()) {
            if (trace.size() == MAX_WAITING) {
                trace.removeFirst();
            }
            trace.addLast(new Waiting<>(path, word, nanos));
        }
        return met;
    }

    /// Takes out the kernel's words that waited long enough.
    List<Overdue<K>> overdue(long nanos) {
        while (!trace.isEmpty() && nanos - trace.getFirst().nanos() > TRACE_WAITS_NANOS) {
            trace.removeFirst();
        }
        List<Overdue<K>> overdue = new ArrayList<>(crowdedOut);
        crowdedOut.clear();
        while (!kernel.isEmpty() && nanos - kernel.getFirst().nanos() > KERNEL_WAITS_NANOS) {
            Waiting<K> waiting = kernel.removeFirst();
            overdue.add(new Overdue<>(waiting.path(), waiting.word()));
        }
        return overdue;
    }

    /// Takes out all of the kernel's words.
    List<Overdue<K>> all() {
        List<Overdue<K>> all = new ArrayList<>(crowdedOut);
        crowdedOut.clear();
        kernel.forEach(waiting -> all.add(new Overdue<>(waiting.path(), waiting.word())));
        kernel.clear();
        return all;
    }

    /// The trace's words follow a move of their file.
    void moved(String from, String to) {
        List<Waiting<T>> followed = new ArrayList<>();
        for (Waiting<T> waiting : trace) {
            String path = UnixMove.apply(waiting.path(), from, to);
            followed.add(new Waiting<>(path, waiting.word(), waiting.nanos()));
        }
        trace.clear();
        trace.addAll(followed);
    }

    private static <W> Optional<W> take(Deque<Waiting<W>> waiting, String path) {
        for (Iterator<Waiting<W>> all = waiting.iterator(); all.hasNext(); ) {
            Waiting<W> next = all.next();
            if (next.path().equals(path)) {
                all.remove();
                return Optional.of(next.word());
            }
        }
        return Optional.empty();
    }
}
