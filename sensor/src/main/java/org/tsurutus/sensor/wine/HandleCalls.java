package org.tsurutus.sensor.wine;

import java.util.Optional;
import org.tsurutus.sensor.trace.Message;
import org.tsurutus.sensor.trace.TraceRecord.Exchange;

/// The requests that copy, mark and close handles of any kind.
final class HandleCalls {
    static final int ATTRIBUTE_INHERIT = 0x2;

    private static final int DUPLICATE_CLOSE_SOURCE = 0x1;
    private static final int DUPLICATE_SAME_ATTRIBUTES = 0x4;
    private static final int FLAG_INHERIT = 0x1;

    private final ProcessCalls processes;
    private final Handles handles;

    HandleCalls(ProcessCalls processes, Handles handles) {
        this.processes = processes;
        this.handles = handles;
    }

    /// The source is closed when that was asked for, even if the copy failed.
    void duplicate(WineProcess caller, Exchange exchange) {
        Message request = exchange.request();
        int options = request.number("options");
        int sourceHandle = request.number("src_handle");
        Optional<WineProcess> source = processes.process(caller, request.number("src_process"));
        Optional<WineProcess> destination =
                processes.process(caller, request.number("dst_process"));
        Optional<WineProcess.Handle> held =
                source.flatMap(from -> Optional.ofNullable(from.handles().get(sourceHandle)));
        int copy = exchange.done() ? exchange.reply().number("handle") : 0;
        boolean inheritable =
                (options & DUPLICATE_SAME_ATTRIBUTES) != 0
                        ? held.map(WineProcess.Handle::inheritable).orElse(false)
                        : (request.number("attributes") & ATTRIBUTE_INHERIT) != 0;
        destination.ifPresent(
                to -> held.ifPresent(from -> handles.put(to, copy, from.target(), inheritable)));
        boolean same = source.equals(destination) && copy == sourceHandle;
        if ((options & DUPLICATE_CLOSE_SOURCE) != 0 && !same) {
            source.ifPresent(from -> handles.close(from, sourceHandle));
        }
    }

    void setInfo(WineProcess caller, Exchange exchange) {
        Message request = exchange.request();
        if ((request.number("mask") & FLAG_INHERIT) == 0) {
            return;
        }
        boolean inheritable = (request.number("flags") & FLAG_INHERIT) != 0;
        caller.handles()
                .computeIfPresent(
                        request.number("handle"),
                        (_, held) -> new WineProcess.Handle(held.target(), inheritable));
    }

    void close(WineProcess caller, Exchange exchange) {
        handles.close(caller, exchange.request().number("handle")).ifPresent(processes::released);
    }
}
