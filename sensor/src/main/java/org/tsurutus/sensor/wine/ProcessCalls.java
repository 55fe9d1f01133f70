package org.tsurutus.sensor.wine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsurutus.sensor.trace.Group;
import org.tsurutus.sensor.trace.TraceEvent.Exchange;

/// The requests that make processes and threads, and what they pass on.
final class ProcessCalls {
    static final int THIS_PROCESS = -1;

    private static final int FLAG_INHERIT_HANDLES = 0x4;
    private static final int SECTION_IMAGE = 0x01000000;
    private static final List<String> STANDARD = List.of("hstdin", "hstdout", "hstderr");

    private final Processes processes;
    private final Handles handles;

    ProcessCalls(Processes processes, Handles handles) {
        this.processes = processes;
        this.handles = handles;
    }

    /// The only call of a thread that is not known yet: a process that was started from unix has no
    /// creator in the trace.
    void initFirstThread(Exchange exchange, long nanos) {
        int pid = exchange.reply().hex("pid");
        Optional<WineProcess> known = processes.byPid(pid).filter(process -> process.unixPid() < 0);
        Optional<WineProcess> process =
                known.isPresent()
                        ? known
                        : processes.create(pid, nanos, Optional.empty(), "", Optional.empty());
        process.ifPresent(started -> {
            started.begin(
                    exchange.request().decimal("unix_pid"), exchange.reply().hex("session_id"));
            processes.bind(exchange.thread(), started);
        });
    }

    void newProcess(WineProcess caller, Exchange exchange, long nanos) {
        Group request = exchange.request();
        Group info = request.group("info");
        int parentHandle = request.hex("parent_process");
        WineProcess parent =
                parentHandle == 0 ? caller : process(caller, parentHandle).orElse(caller);
        String image = Bounded.path(WindowsPath.ofFile(info.text("imagepath")));
        Optional<WineProcess> created =
                processes.create(
                        exchange.reply().hex("pid"),
                        nanos,
                        Optional.of(parent),
                        image,
                        Optional.of(Bounded.commandLine(info.text("cmdline"))));
        created.ifPresent(child -> {
            inherit(parent, child, request);
            HandleTarget target = new HandleTarget.OtherProcess(child);
            handles.put(caller, exchange.reply().hex("handle"), target, false);
            processes.announce(child);
        });
    }

    private void inherit(WineProcess parent, WineProcess child, Group request) {
        Group info = request.group("info");
        List<Integer> standard = STANDARD.stream().map(info::hex).toList();
        if ((request.hex("flags") & FLAG_INHERIT_HANDLES) == 0) {
            List<Optional<HandleTarget>> targets = standard.stream().map(parent::target).toList();
            targets.forEach(target -> {
                if (target.orElse(null) instanceof OpenFile file) {
                    file.retain();
                }
            });
            child.standardHandles(targets);
            return;
        }
        List<Integer> chosen = request.hexes("handles");
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
        if (targets.isEmpty()) {
            return;
        }
        Group info = exchange.reply().group("info");
        List<Integer> numbers = STANDARD.stream().map(info::hex).toList();
        for (int i = 0; i < numbers.size(); i++) {
            int number = numbers.get(i);
            targets.get(i).ifPresent(target -> handles.put(caller, number, target, true));
        }
        handles.releaseStandard(caller);
    }

    void newThread(WineProcess caller, Exchange exchange) {
        process(caller, exchange.request().hex("process"))
                .ifPresent(owner -> processes.bind(exchange.reply().hex("tid"), owner));
    }

    void openProcess(WineProcess caller, Exchange exchange) {
        processes
                .byPid(exchange.request().hex("pid"))
                .ifPresent(opened ->
                        handles.put(
                                caller,
                                exchange.reply().hex("handle"),
                                new HandleTarget.OtherProcess(opened),
                                false));
    }

    void createMapping(WineProcess caller, Exchange exchange) {
        boolean image = (exchange.request().hex("flags") & SECTION_IMAGE) != 0;
        if (image
                && caller.target(exchange.request().hex("file_handle")).orElse(null)
                        instanceof OpenFile file) {
            HandleTarget target = new HandleTarget.Image(file.ntPath());
            handles.put(caller, exchange.reply().hex("handle"), target, false);
        }
    }

    /// The first image that a process started from unix maps is its own; it may look at others
    /// before, for example to start the boot program.
    void mapView(WineProcess caller, Exchange exchange) {
        if (caller.imagePath().isEmpty()
                && caller.target(exchange.request().hex("mapping")).orElse(null)
                        instanceof HandleTarget.Image(String ntPath)) {
            caller.name(WindowsPath.ofFile(ntPath));
            processes.announce(caller);
        }
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
