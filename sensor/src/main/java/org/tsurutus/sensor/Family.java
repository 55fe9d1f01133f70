package org.tsurutus.sensor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tsurutus.sensor.wine.WindowsPath;
import org.tsurutus.sensor.wine.WineProcess;

/// Who was started by whom, also through parents that are long dead.
final class Family {
    private static final int MAX_KEPT = 2_000;

    private final List<StartedProcess> started = new ArrayList<>();
    private final Map<String, Long> descendants = new HashMap<>();
    private long forgotten;

    void add(WineProcess process) {
        for (String ancestor : process.ancestors()) {
            if (descendants.size() < MAX_KEPT || descendants.containsKey(ancestor)) {
                descendants.merge(ancestor, 1L, Long::sum);
            } else {
                forgotten++;
            }
        }
        if (started.size() == MAX_KEPT) {
            forgotten++;
            return;
        }
        started.add(
                new StartedProcess(
                        process.guid(),
                        process.pid(),
                        process.imagePath(),
                        process.commandLine().map(CommandLine::arguments).orElse(""),
                        process.parent().map(WineProcess.Parent::guid).orElse(""),
                        process.parent().map(WineProcess.Parent::imagePath).orElse(""),
                        process.startedNanos()));
    }

    /// How many processes were ever started below a process with this image.
    long under(String path) {
        return descendants.getOrDefault(WindowsPath.fold(path), 0L);
    }

    /// The processes that a process with this image started itself.
    List<StartedProcess> startedBy(String path) {
        return started.stream()
                .filter(process -> process.parentPath().equalsIgnoreCase(path))
                .toList();
    }

    long forgotten() {
        return forgotten;
    }
}
