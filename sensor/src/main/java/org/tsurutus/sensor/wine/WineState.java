package org.tsurutus.sensor.wine;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import org.tsurutus.sensor.trace.Call;
import org.tsurutus.sensor.trace.TraceEvent;
import org.tsurutus.sensor.trace.TraceSyntaxException;

/// A model of what the wineserver holds, fed with its trace: threads, processes and their handles.
/// It does no input or output and knows no clock but the one it is given.
public final class WineState {
    private final Handles handles;
    private final Processes processes;
    private final ProcessCalls processCalls;
    private final HandleCalls handleCalls;
    private final FileCalls fileCalls;
    private final RegistryCalls registryCalls;
    private final SocketCalls socketCalls;
    private long notUnderstood;
    private long unknownThreads;

    /// @param terminal the Mark II tmid, part of every process's identity
    /// @param drive where drive `C:` lies
    /// @param acts takes what processes do, in the order of the trace
    public WineState(String terminal, DriveC drive, Consumer<Act> acts) {
        handles = new Handles(acts);
        processes = new Processes(terminal, handles, acts);
        processCalls = new ProcessCalls(processes, handles);
        handleCalls = new HandleCalls(processCalls, handles);
        fileCalls = new FileCalls(drive, handles, acts);
        registryCalls = new RegistryCalls(handles, acts);
        socketCalls = new SocketCalls(handles, acts);
    }

    /// Follows one event.
    ///
    /// @param nanos the guest's monotonic clock
    public void accept(TraceEvent event, long nanos) {
        try {
            switch (event) {
                case TraceEvent.Exchange exchange -> follow(exchange, nanos);
                case TraceEvent.ThreadKilled(int thread, _) -> processes.threadKilled(thread);
                case TraceEvent.ProcessGone(int pid) ->
                        processes.byPid(pid).ifPresent(processes::end);
            }
        } catch (TraceSyntaxException _) {
            notUnderstood++;
        }
    }

    /// The living processes, oldest first.
    public Collection<WineProcess> live() {
        return processes.live();
    }

    /// How many events lacked something that they must have.
    public long notUnderstood() {
        return notUnderstood;
    }

    /// How many requests came from threads that are not known.
    public long unknownThreads() {
        return unknownThreads;
    }

    /// How many processes, threads and handles were not kept for lack of room.
    public long refused() {
        return handles.refused() + processes.refused();
    }

    private void follow(TraceEvent.Exchange exchange, long nanos) {
        Optional<WineProcess> caller = processes.byThread(exchange.thread());
        if (caller.isPresent()) {
            follow(caller.get(), exchange, nanos);
        } else if (exchange.call() == Call.INIT_FIRST_THREAD) {
            processCalls.initFirstThread(exchange, nanos);
        } else {
            unknownThreads++;
        }
    }

    private void follow(WineProcess caller, TraceEvent.Exchange exchange, long nanos) {
        if (!exchange.done()) {
            if (exchange.call() == Call.DUP_HANDLE) {
                handleCalls.duplicate(caller, exchange);
            } else if (exchange.call() == Call.IOCTL) {
                socketCalls.control(caller, exchange);
            }
            return;
        }
        switch (exchange.call()) {
            case INIT_FIRST_THREAD -> processCalls.initFirstThread(exchange, nanos);
            case INIT_PROCESS_DONE -> processes.announce(caller);
            case GET_STARTUP_INFO -> processCalls.getStartupInfo(caller, exchange);
            case NEW_PROCESS -> processCalls.newProcess(caller, exchange, nanos);
            case NEW_THREAD -> processCalls.newThread(caller, exchange);
            case OPEN_PROCESS -> processCalls.openProcess(caller, exchange);
            case DUP_HANDLE -> handleCalls.duplicate(caller, exchange);
            case SET_HANDLE_INFO -> handleCalls.setInfo(caller, exchange);
            case CLOSE_HANDLE -> handleCalls.close(caller, exchange);
            case CREATE_FILE -> fileCalls.create(caller, exchange);
            case OPEN_FILE_OBJECT -> socketCalls.open(caller, exchange);
            case GET_HANDLE_FD -> fileCalls.handleFd(caller, exchange);
            case SET_FD_NAME_INFO -> fileCalls.setName(caller, exchange);
            case SET_FD_DISP_INFO -> fileCalls.setDisposition(caller, exchange);
            case CREATE_MAPPING -> processCalls.createMapping(caller, exchange);
            case MAP_VIEW, MAP_IMAGE_VIEW -> processCalls.mapView(caller, exchange);
            case IOCTL -> socketCalls.control(caller, exchange);
            case CREATE_KEY -> registryCalls.create(caller, exchange);
            case OPEN_KEY -> registryCalls.open(caller, exchange);
            case DELETE_KEY -> registryCalls.delete(caller, exchange);
            case SET_KEY_VALUE -> registryCalls.setValue(caller, exchange);
            case DELETE_KEY_VALUE -> registryCalls.deleteValue(caller, exchange);
        }
    }
}
