package org.tsurutus.sensor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.tsurutus.sensor.wine.WineProcess;

/// What each process read last, since that may be what it copies.
final class CopySources {
    private static final int EACH = 64;
    private static final int PROCESSES = 4_096;

    private final Recent<WineProcess, Deque<Source>> sources = new Recent<>(PROCESSES);

    private record Source(String path, long bytes, long nanos) {}

    /// A process closed a file that it had read from.
    ///
    /// @param bytes how many it had read
    void read(WineProcess process, String path, long bytes, long nanos) {
        Deque<Source> read = sources.find(process).orElseGet(ArrayDeque::new);
        read.addFirst(new Source(path, bytes, nanos));
        if (read.size() > EACH) {
            read.removeLast();
        }
        sources.put(process, read);
    }

    /// The files of which a process had read so many bytes before, the newest first.
    List<String> before(WineProcess process, long bytes, long nanos) {
        return sources.find(process).orElseGet(ArrayDeque::new).stream()
                .filter(source -> source.bytes() >= bytes && source.nanos() <= nanos)
                .map(Source::path)
                .toList();
    }
}
