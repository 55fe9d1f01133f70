package org.tsurutus.sensor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds out which version of a file was closed by whom. The kernel tells what a file held after it
/// was closed, so a close belongs to the first content that is not older; and where the kernel told
/// once of several closes, they share that content. What waits is bounded: the oldest is given up.
///
/// @param <C> a close
final class Versions<C> {
    private static final int EACH = 8;
    private static final int FILES = 4_096;
    private static final int MAX_WAITING = 65_536;

    private final long patienceNanos;
    private final Recent<Long, Deque<Version>> contents = new Recent<>(FILES);
    private final Deque<Version> contentsByAge = new ArrayDeque<>();
    private final Map<Long, List<Waiting<C>>> closes = new HashMap<>();
    private final Deque<Waiting<C>> closesByAge = new ArrayDeque<>();

    private static final class Version {
        private final Content content;
        private boolean claimed;

        Version(Content content) {
            this.content = content;
        }
    }

    private record Waiting<C>(long inode, C close, long nanos) {}

    /// What the kernel says that a file held.
    ///
    /// @param changed whether it held something else before
    record Content(FileContent file, boolean changed) {}

    /// @param patienceNanos how long a close waits for its content, and a content for its close, by
    ///   the guest's clock
    Versions(long patienceNanos) {
        this.patienceNanos = patienceNanos;
    }

    /// A file was closed; answers with what it held, if the kernel has told that.
    Optional<Content> closed(long inode, C close, long nanos) {
        for (Version version : contents.find(inode).orElseGet(ArrayDeque::new)) {
            if (version.content.file().nanos() >= nanos) {
                version.claimed = true;
                return Optional.of(version.content);
            }
        }
        Waiting<C> waiting = new Waiting<>(inode, close, nanos);
        closes.computeIfAbsent(inode, _ -> new ArrayList<>()).add(waiting);
        closesByAge.addLast(waiting);
        return Optional.empty();
    }

    /// The kernel tells what a file held; answers with the closes that waited for it.
    List<C> content(Content content) {
        long inode = content.file().inode();
        Version version = new Version(content);
        Deque<Version> same = contents.find(inode).orElseGet(ArrayDeque::new);
        same.addLast(version);
        if (same.size() > EACH) {
            same.removeFirst();
        }
        contents.put(inode, same);
        contentsByAge.addLast(version);
        List<C> met = new ArrayList<>();
        List<Waiting<C>> waiting = closes.getOrDefault(inode, new ArrayList<>());
        waiting.removeIf(one -> {
            boolean now = one.nanos() <= content.file().nanos();
            if (now) {
                met.add(one.close());
            }
            return now;
        });
        if (waiting.isEmpty()) {
            closes.remove(inode);
        }
        version.claimed = !met.isEmpty();
        return met;
    }

    /// Takes out the closes that waited long enough, or all.
    List<C> overdue(long nanos, boolean all) {
        List<C> overdue = new ArrayList<>();
        while (!closesByAge.isEmpty()) {
            Waiting<C> oldest = closesByAge.getFirst();
            List<Waiting<C>> same = closes.getOrDefault(oldest.inode(), List.of());
            boolean waits = same.contains(oldest);
            if (waits
                    && !all
                    && nanos - oldest.nanos() <= patienceNanos
                    && closesByAge.size() <= MAX_WAITING) {
                break;
            }
            closesByAge.removeFirst();
            if (waits) {
                same.remove(oldest);
                closes.remove(oldest.inode(), List.of());
                overdue.add(oldest.close());
            }
        }
        return overdue;
    }

    /// Takes out the contents that no close asked for in time, or all such.
    List<Content> unclaimed(long nanos, boolean all) {
        List<Content> unclaimed = new ArrayList<>();
        while (!contentsByAge.isEmpty()) {
            Version oldest = contentsByAge.getFirst();
            if (!all
                    && !oldest.claimed
                    && nanos - oldest.content.file().nanos() <= patienceNanos
                    && contentsByAge.size() <= MAX_WAITING) {
                break;
            }
            contentsByAge.removeFirst();
            if (!oldest.claimed) {
                unclaimed.add(oldest.content);
            }
        }
        return unclaimed;
    }
}
