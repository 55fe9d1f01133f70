package org.tsurutus.sensor.wine;

import java.util.function.Consumer;
import org.tsurutus.sensor.trace.Group;
import org.tsurutus.sensor.trace.TraceBytes;
import org.tsurutus.sensor.trace.TraceEvent.Exchange;

/// The requests that make sockets and connect them.
final class SocketCalls {
    private static final String DEVICE = "\\Device\\Afd";
    private static final String CODE_CREATE = "00120320";
    private static final String CODE_CONNECT = "0012032c";
    private static final int TYPE_AT = 4;
    private static final int TYPE_STREAM = 1;

    private final Handles handles;
    private final Consumer<Act> acts;

    SocketCalls(Handles handles, Consumer<Act> acts) {
        this.handles = handles;
        this.acts = acts;
    }

    void open(WineProcess caller, Exchange exchange) {
        Group request = exchange.request();
        if (request.text("filename").equalsIgnoreCase(DEVICE)) {
            boolean inheritable = (request.hex("attributes") & HandleCalls.ATTRIBUTE_INHERIT) != 0;
            handles.put(
                    caller,
                    exchange.reply().hex("handle"),
                    new HandleTarget.SocketDevice(),
                    inheritable);
        }
    }

    /// A connect counts as attempted whatever its status, since the handle is known to be a socket.
    void control(WineProcess caller, Exchange exchange) {
        Group request = exchange.request();
        String code = request.word("code");
        if (!code.equals(CODE_CREATE) && !code.equals(CODE_CONNECT)) {
            return;
        }
        int handle = request.group("async").hex("handle");
        WineProcess.Handle held = caller.handles().get(handle);
        if (held == null) {
            return;
        }
        TraceBytes input = request.bytes("in_data");
        if (code.equals(CODE_CREATE)
                && exchange.done()
                && held.target() instanceof HandleTarget.SocketDevice
                && input.bytes().limit() >= TYPE_AT + Integer.BYTES) {
            boolean stream = input.bytes().getInt(TYPE_AT) == TYPE_STREAM;
            handles.put(caller, handle, new HandleTarget.Socket(stream), held.inheritable());
        } else if (code.equals(CODE_CONNECT)
                && held.target() instanceof HandleTarget.Socket(boolean stream)
                && stream) {
            Endpoint.ofConnect(input)
                    .ifPresent(destination -> acts.accept(new Act.Connecting(caller, destination)));
        }
    }
}
