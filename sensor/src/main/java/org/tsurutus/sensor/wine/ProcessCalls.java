package org.tsurutus.sensor.wine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsurutus.sensor.trace.DataReader;
import org.tsurutus.sensor.trace.Message;
import org.tsurutus.sensor.trace.TraceRecord.Exchange;

/// The requests that make processes and threads, and what they pass on.
final class ProcessCalls {
    static final int THIS_PROCESS = -1;

    private static final int NO_PIPE = -1;
    private static final int FLAG_INHERIT_HANDLES = 0x4;
    private static final int SECTION_IMAGE = 0x01000000;

    private final Processes processes;
    private final Handles handles;
    private int newPipe = NO_PIPE;

    ProcessCalls(Processes processes, Handles handles) {
        this.processes = processes;
        this.handles = handles;
    }

    /// The pipe of a thread that is being made.
    void threadPipe(int pipe) {
        newPipe = pipe;
    }

    void threadGone(int pipe) {
        if (newPipe == pipe) {
            newPipe = NO_PIPE;
        }
    }

    /// The only call of a thread that is not known yet: a process that was started from unix has no
    /// creator in the trace.
    void initFirstThread(Exchange exchange) {
        Message reply = exchange.reply();
        int pid = reply.number("pid");
        Optional<WineProcess> known = processes.byPid(pid).filter(process -> process.unixPid() < 0);
        Optional<WineProcess> process =
                known.isPresent()
                        ? known
                        : processes.create(
                                pid,
                                exchange.nanos(),
                                Optional.empty(),
                                "",
                                Optional.empty(),
                                Optional.empty());
        process.ifPresent(started -> {
            started.begin(exchange.request().number("unix_pid"), reply.number("session_id"));
            processes.bind(exchange.thread(), reply.number("tid"), started);
        });
    }

    void newProcess(WineProcess caller, Exchange exchange) {
        Message request = exchange.request();
        Message reply = exchange.reply();
        DataReader data = request.read();
        data.attributes();
        List<Integer> chosen = new ArrayList<>();
        for (int i = request.number("handles_size"); i >= Integer.BYTES; i -= Integer.BYTES) {
            chosen.add(data.number());
        }
        data.skip(request.number("jobs_size"));
        StartupInfo info = StartupInfo.read(data);
        int parentHandle = request.number("parent_process");
        WineProcess parent =
                parentHandle == 0 ? caller : process(caller, parentHandle).orElse(caller);
        String image = Bounded.path(WindowsPath.ofFile(info.image()));
        Optional<WineProcess> created =
                processes.create(
                        reply.number("pid"),
                        exchange.nanos(),
                        Optional.of(parent),
                        image,
                        Optional.of(Bounded.commandLine(info.commandLine())),
                        Logon.read(caller, info.runtime()));
        created.ifPresent(child -> {
            inherit(parent, child, request.number("flags"), chosen, info.standardHandles());
            HandleTarget target = new HandleTarget.OtherProcess(child);
            handles.put(caller, reply.number("handle"), target, false);
            processes.announce(child);
        });
    }

    private void inherit(
            WineProcess parent,
            WineProcess child,
            int flags,
            List<Integer> chosen,
            List<Integer> standard) {
        if ((flags & FLAG_INHERIT_HANDLES) == 0) {
            child.standardHandles(standard.stream().map(parent::target).toList());
            return;
        }
        List<Integer> candidates =
                new ArrayList<>(chosen.isEmpty() ? parent.handles().keySet() : chosen);
        candidates.addAll(standard);
        for (int handle : candidates) {
            WineProcess.Handle held = parent.handles().get(handle);
            if (held != null && held.inheritable()) {
                handles.put(child, handle, held.target(), true);
            }
        }
    }

    /// Without inheritance the server still duplicates the standard handles; the child learns their
    /// new numbers here.
    void getStartupInfo(WineProcess caller, Exchange exchange) {
        List<Optional<HandleTarget>> targets = caller.standardHandles();
        if (targets.isEmpty() || exchange.reply().number("info_size") == 0) {
            return;
        }
        List<Integer> numbers = StartupInfo.read(exchange.reply().read()).standardHandles();
        for (int i = 0; i < numbers.size(); i++) {
            int number = numbers.get(i);
            targets.get(i).ifPresent(target -> handles.put(caller, number, target, true));
        }
        caller.standardHandles(List.of());
    }

    void newThread(WineProcess caller, Exchange exchange) {
        int pipe = newPipe;
        newPipe = NO_PIPE;
        process(caller, exchange.request().number("process"))
                .ifPresent(owner -> {
                    Message reply = exchange.reply();
                    if (pipe != NO_PIPE) {
                        processes.bind(pipe, reply.number("tid"), owner);
                    }
                    HandleTarget target = new HandleTarget.OtherThread(owner);
                    handles.put(caller, reply.number("handle"), target, false);
                });
    }

    void openProcess(WineProcess caller, Exchange exchange) {
        processes
                .byPid(exchange.request().number("pid"))
                .ifPresent(opened ->
                        handles.put(
                                caller,
                                exchange.reply().number("handle"),
                                new HandleTarget.OtherProcess(opened),
                                false));
    }

    void openThread(WineProcess caller, Exchange exchange) {
        processes
                .byThreadId(exchange.request().number("tid"))
                .ifPresent(owner ->
                        handles.put(
                                caller,
                                exchange.reply().number("handle"),
                                new HandleTarget.OtherThread(owner),
                                false));
    }

    void createMapping(WineProcess caller, Exchange exchange) {
        boolean image = (exchange.request().number("flags") & SECTION_IMAGE) != 0;
        if (image
                && caller.target(exchange.request().number("file_handle")).orElse(null)
                        instanceof OpenFile file) {
            HandleTarget target = new HandleTarget.Image(file.ntPath());
            handles.put(caller, exchange.reply().number("handle"), target, false);
        }
    }

    /// The first image that a process started from unix maps is its own; it may look at others
    /// before, for example to start the boot program.
    void mapView(WineProcess caller, Exchange exchange) {
        if (caller.imagePath().isEmpty()
                && caller.target(exchange.request().number("mapping")).orElse(null)
                        instanceof HandleTarget.Image(String ntPath)) {
            caller.name(WindowsPath.ofFile(ntPath));
            processes.announce(caller);
        }
    }

    /// A handle was closed.
    void released(HandleTarget target) {
        processes.released(target);
    }

    Optional<WineProcess> process(WineProcess caller, int handle) {
        if (handle == THIS_PROCESS) {
            return Optional.of(caller);
        }
        return caller.target(handle)
                .flatMap(target ->
                        target instanceof HandleTarget.OtherProcess(WineProcess other)
                                ? Optional.of(other)
                                : Optional.empty());
    }
}
