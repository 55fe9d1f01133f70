package org.tsurutus.sensor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tsurutus.sensor.wine.WineProcess;

/// What each process read last, since that may be what it copies.
final class CopySources {
    private static final int EACH = 64;
    private static final int PROCESSES = 4_096;

    private final Map<WineProcess, Deque<String>> sources = new HashMap<>();

    void read(WineProcess process, String path) {
        if (sources.size() == PROCESSES && !sources.containsKey(process)) {
            sources.clear();
        }
        Deque<String> read = sources.computeIfAbsent(process, _ -> new ArrayDeque<>());
        read.remove(path);
        read.addFirst(path);
        if (read.size() > EACH) {
            read.removeLast();
        }
    }

    /// The newest first.
    List<String> of(WineProcess process) {
        return List.copyOf(sources.getOrDefault(process, new ArrayDeque<>()));
    }

    void forget(WineProcess process) {
        sources.remove(process);
    }
}
