package org.tsurutus.sensor.wine;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import org.tsurutus.sensor.trace.Call;
import org.tsurutus.sensor.trace.Endpoint;
import org.tsurutus.sensor.trace.TraceRecord;
import org.tsurutus.sensor.trace.TraceSyntaxException;

/// A model of what the wineserver holds, fed with what its recorder wrote down: threads, processes,
/// handles, files, sockets and windows. It does no input or output and knows no clock but the one
/// in the records.
public final class WineState {
    private final Handles handles = new Handles();
    private final Processes processes;
    private final ProcessCalls processCalls;
    private final InjectionCalls injectionCalls;
    private final HandleCalls handleCalls;
    private final Files files;
    private final RegistryCalls registryCalls;
    private final Sockets sockets;
    private final DesktopCalls desktopCalls;
    private long notUnderstood;
    private long unknownThreads;

    /// @param terminal the Mark II tmid, part of every process's identity
    /// @param drive where drive `C:` lies
    /// @param acts takes what processes do, in the order of the trace
    public WineState(String terminal, DriveC drive, Consumer<Act> acts) {
        processes = new Processes(terminal, handles, acts);
        processCalls = new ProcessCalls(processes, handles);
        injectionCalls = new InjectionCalls(acts);
        handleCalls = new HandleCalls(processCalls, handles);
        files = new Files(drive, handles, acts);
        registryCalls = new RegistryCalls(processes, handles, acts);
        sockets = new Sockets(acts);
        desktopCalls = new DesktopCalls(acts);
    }

    /// Follows one record.
    public void accept(TraceRecord record) {
        try {
            Optional<WineProcess> caller = processes.byPipe(record.thread());
            switch (record) {
                case TraceRecord.Exchange exchange -> follow(caller, exchange);
                case TraceRecord.ThreadPipe pipe -> processCalls.threadPipe(pipe.pipe());
                case TraceRecord.ThreadGone gone -> {
                    processCalls.threadGone(gone.pipe());
                    processes.threadGone(gone.pipe());
                }
                case TraceRecord.Opened opened -> files.opened(opened);
                case TraceRecord.Closed closed -> {
                    files.closed(caller, closed);
                    sockets.closed(closed);
                }
                case TraceRecord.Removed removed -> files.removed(caller, removed);
                case TraceRecord.Renamed renamed -> files.renamed(caller, renamed);
                case TraceRecord.Linked linked -> files.linked(caller, linked);
                case TraceRecord.Socket socket -> sockets.accept(caller, socket);
            }
        } catch (TraceSyntaxException _) {
            notUnderstood++;
        }
    }

    /// The kernel says that a TCP connection stands.
    public void established(Endpoint own, Endpoint remote) {
        sockets.established(own, remote);
    }

    /// The living processes, oldest first.
    public Collection<WineProcess> live() {
        return processes.live();
    }

    /// The living process with this process id of the guest's kernel.
    public Optional<WineProcess> byUnixPid(long unixPid) {
        return processes.live().stream()
                .filter(process -> process.unixPid() == unixPid)
                .findFirst();
    }

    /// How many records lacked something that they must have.
    public long notUnderstood() {
        return notUnderstood;
    }

    /// How many requests came from threads that are not known.
    public long unknownThreads() {
        return unknownThreads;
    }

    /// How many processes, threads, handles, files, sockets and windows were not kept for lack of
    /// room.
    public long refused() {
        return handles.refused()
                + processes.refused()
                + files.refused()
                + sockets.refused()
                + desktopCalls.refused();
    }

    private void follow(Optional<WineProcess> caller, TraceRecord.Exchange exchange) {
        if (caller.isPresent()) {
            follow(caller.get(), exchange);
        } else if (exchange.call() == Call.INIT_FIRST_THREAD) {
            processCalls.initFirstThread(exchange);
        } else {
            unknownThreads++;
        }
    }

    private void follow(WineProcess caller, TraceRecord.Exchange exchange) {
        switch (exchange.call()) {
            case NEW_PROCESS -> processCalls.newProcess(caller, exchange);
            case NEW_THREAD -> processCalls.newThread(caller, exchange);
            case GET_STARTUP_INFO -> processCalls.getStartupInfo(caller, exchange);
            case INIT_PROCESS_DONE -> processes.announce(caller);
            case INIT_FIRST_THREAD -> processCalls.initFirstThread(exchange);
            case OPEN_PROCESS -> processCalls.openProcess(caller, exchange);
            case OPEN_THREAD -> processCalls.openThread(caller, exchange);
            case QUEUE_APC -> injectionCalls.queueApc(caller, exchange);
            case WRITE_PROCESS_MEMORY -> injectionCalls.writeMemory(caller, exchange);
            case SET_THREAD_CONTEXT -> injectionCalls.setContext(caller, exchange);
            case CLOSE_HANDLE -> handleCalls.close(caller, exchange);
            case SET_HANDLE_INFO -> handleCalls.setInfo(caller, exchange);
            case DUP_HANDLE -> handleCalls.duplicate(caller, exchange);
            case CREATE_FILE -> files.create(caller, exchange);
            case CREATE_MAPPING -> processCalls.createMapping(caller, exchange);
            case MAP_VIEW -> processCalls.mapView(caller, exchange);
            case CREATE_KEY -> registryCalls.create(caller, exchange);
            case OPEN_KEY -> registryCalls.open(caller, exchange);
            case DELETE_KEY -> registryCalls.delete(caller, exchange);
            case RENAME_KEY -> registryCalls.rename(caller, exchange);
            case SET_KEY_VALUE -> registryCalls.setValue(caller, exchange);
            case DELETE_KEY_VALUE -> registryCalls.deleteValue(caller, exchange);
            case CREATE_WINDOW -> desktopCalls.create(caller, exchange);
            case DESTROY_WINDOW -> desktopCalls.destroy(exchange);
            case SET_WINDOW_TEXT -> desktopCalls.setText(exchange);
            case SET_FOREGROUND_WINDOW -> desktopCalls.setForeground(exchange);
            case SET_CLIPBOARD_DATA -> desktopCalls.copy(caller, exchange);
            case GET_CLIPBOARD_DATA -> desktopCalls.paste(caller, exchange);
        }
    }
}
