package org.tsurutus.sensor;

import java.util.ArrayDeque;
import java.util.Deque;

/// Compares the names that the kernel saw change with those that the wineserver changed. What only
/// the kernel saw was done past Windows, by a program that calls Linux itself.
final class OutsideNames {
    private static final int REMEMBERED = 65_536;
    private static final long PATIENCE_NANOS = 10_000_000_000L;

    private final Recent<String, Long> server = new Recent<>(REMEMBERED);
    private final Deque<Seen> kernel = new ArrayDeque<>();

    private record Seen(String path, long nanos) {}

    /// The wineserver made, removed or gave a name.
    void server(String path, long nanos) {
        server.put(path, nanos);
    }

    /// The kernel saw a name made, removed or given.
    void kernel(String path, long nanos) {
        kernel.addLast(new Seen(path, nanos));
    }

    /// The moments of those that the wineserver knows nothing of, once it had time to tell.
    long unknown(long nanos, boolean all, Records records) {
        long unknown = 0;
        while (!kernel.isEmpty()
                && (all
                        || kernel.size() > REMEMBERED
                        || nanos - kernel.getFirst().nanos() > PATIENCE_NANOS)) {
            Seen seen = kernel.removeFirst();
            if (server.find(seen.path()).isEmpty() && records.covers(seen.nanos())) {
                unknown++;
            }
        }
        return unknown;
    }
}
