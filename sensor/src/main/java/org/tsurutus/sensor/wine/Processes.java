package org.tsurutus.sensor.wine;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The living processes and their threads. Ids are used again, so the dead are forgotten at once.
final class Processes {
    private static final int MAX_PROCESSES = 8_192;
    private static final int MAX_THREADS = 65_536;

    private final String terminal;
    private final Handles handles;
    private final Consumer<Act> acts;
    private final Map<Integer, WineProcess> byPid = new LinkedHashMap<>();
    private final Map<Integer, Bound> byPipe = new HashMap<>();
    private final Map<Integer, WineProcess> byThreadId = new HashMap<>();
    private long order;
    private long refused;

    /// A thread, once its pipe is known.
    private record Bound(int threadId, WineProcess process) {}

    Processes(String terminal, Handles handles, Consumer<Act> acts) {
        this.terminal = terminal;
        this.handles = handles;
        this.acts = acts;
    }

    Optional<WineProcess> byPid(int pid) {
        return Optional.ofNullable(byPid.get(pid));
    }

    /// The process whose thread talks over this pipe.
    Optional<WineProcess> byPipe(int pipe) {
        return Optional.ofNullable(byPipe.get(pipe)).map(Bound::process);
    }

    Optional<WineProcess> byThreadId(int threadId) {
        return Optional.ofNullable(byThreadId.get(threadId));
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
            Optional<String> commandLine,
            Optional<Logon> logon) {
        byPid(pid).ifPresent(this::end);
        if (byPid.size() == MAX_PROCESSES) {
            refused++;
            return Optional.empty();
        }
        String guid = PsGuid.of(terminal, pid, order++, nanos);
        WineProcess process =
                new WineProcess(pid, guid, nanos, creator, imagePath, commandLine, logon);
        byPid.put(pid, process);
        return Optional.of(process);
    }

    void announce(WineProcess process) {
        if (process.announce()) {
            acts.accept(new Act.Started(process));
        }
    }

    /// Threads of a process that has ended are none.
    void bind(int pipe, int threadId, WineProcess process) {
        unbind(pipe);
        if (process.ended()) {
            return;
        }
        if (byPipe.size() == MAX_THREADS) {
            refused++;
            return;
        }
        byPipe.put(pipe, new Bound(threadId, process));
        byThreadId.put(threadId, process);
        process.threads().add(pipe);
    }

    void threadGone(int pipe) {
        unbind(pipe).filter(process -> process.threads().isEmpty()).ifPresent(this::end);
    }

    private void end(WineProcess process) {
        Set.copyOf(process.threads()).forEach(this::unbind);
        byPid.remove(process.pid(), process);
        announce(process);
        handles.closeAll(process).forEach(this::released);
        process.end();
        acts.accept(new Act.Stopped(process));
    }

    /// A process that was made and never got a thread is gone when nobody holds it any more, which
    /// is when its maker lets it go.
    void released(HandleTarget target) {
        if (target instanceof HandleTarget.OtherProcess(WineProcess child)
                && child.threads().isEmpty()
                && child.unixPid() < 0
                && !child.ended()) {
            end(child);
        }
    }

    private Optional<WineProcess> unbind(int pipe) {
        Bound bound = byPipe.remove(pipe);
        if (bound == null) {
            return Optional.empty();
        }
        byThreadId.remove(bound.threadId(), bound.process());
        bound.process().threads().remove(pipe);
        return Optional.of(bound.process());
    }
}
