package org.tsurutus.sensor.wine;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The living processes and their threads. Ids are used again, so the dead are forgotten at once.
final class Processes {
    private static final int MAX_PROCESSES = 8_192;
    private static final int MAX_THREADS = 65_536;

    private final String terminal;
    private final Handles handles;
    private final Consumer<Act> acts;
    private final Map<Integer, WineProcess> byPid = new LinkedHashMap<>();
    private final Map<Integer, WineProcess> byThread = new HashMap<>();
    private long order;
    private long refused;

    Processes(String terminal, Handles handles, Consumer<Act> acts) {
        this.terminal = terminal;
        this.handles = handles;
        this.acts = acts;
    }

    Optional<WineProcess> byPid(int pid) {
        return Optional.ofNullable(byPid.get(pid));
    }

    Optional<WineProcess> byThread(int thread) {
        return Optional.ofNullable(byThread.get(thread));
    }

    Collection<WineProcess> live() {
        return Collections.unmodifiableCollection(byPid.values());
    }

    /// How many processes and threads were not kept for lack of room.
    long refused() {
        return refused;
    }

    Optional<WineProcess> create(
            int pid,
            long nanos,
            Optional<WineProcess> creator,
            String imagePath,
            Optional<String> commandLine) {
        byPid(pid).ifPresent(this::end);
        if (byPid.size() == MAX_PROCESSES) {
            refused++;
            return Optional.empty();
        }
        String guid = PsGuid.of(terminal, pid, order++, nanos);
        WineProcess process = new WineProcess(pid, guid, nanos, creator, imagePath, commandLine);
        byPid.put(pid, process);
        return Optional.of(process);
    }

    void announce(WineProcess process) {
        if (process.announce()) {
            acts.accept(new Act.Started(process));
        }
    }

    void bind(int thread, WineProcess process) {
        unbind(thread);
        if (byThread.size() == MAX_THREADS) {
            refused++;
            return;
        }
        byThread.put(thread, process);
        process.threads().add(thread);
    }

    void threadKilled(int thread) {
        unbind(thread).filter(process -> process.threads().isEmpty()).ifPresent(this::end);
    }

    void end(WineProcess process) {
        process.threads().forEach(byThread::remove);
        process.threads().clear();
        byPid.remove(process.pid(), process);
        announce(process);
        handles.closeAll(process);
        process.end();
        acts.accept(new Act.Stopped(process));
    }

    private Optional<WineProcess> unbind(int thread) {
        WineProcess process = byThread.remove(thread);
        if (process == null) {
            return Optional.empty();
        }
        process.threads().remove(thread);
        return Optional.of(process);
    }
}
