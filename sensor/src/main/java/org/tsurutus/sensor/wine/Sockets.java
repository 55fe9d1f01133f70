package org.tsurutus.sensor.wine;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.tsurutus.sensor.trace.Endpoint;
import org.tsurutus.sensor.trace.TraceRecord;

/// The sockets that the server holds for programs, by its descriptors.
final class Sockets {
    private static final int MAX_OPEN = 65_536;
    private static final int STREAM = 1;
    private static final int MAX_EARLY = 1_024;

    private final Consumer<Act> acts;
    private final Map<Integer, Socket> open = new HashMap<>();

    /// Connections that the kernel told of before the trace did.
    private final Set<Ends> early = new LinkedHashSet<>();

    private long refused;

    private record Ends(Endpoint own, Endpoint remote) {}

    private static final class Socket {
        final WineProcess owner;
        final boolean stream;
        Optional<Endpoint> own = Optional.empty();
        Optional<Endpoint> remote = Optional.empty();
        Optional<Ends> established = Optional.empty();
        boolean portTold;

        Socket(WineProcess owner, boolean stream) {
            this.owner = owner;
            this.stream = stream;
        }
    }

    Sockets(Consumer<Act> acts) {
        this.acts = acts;
    }

    long refused() {
        return refused;
    }

    void accept(Optional<WineProcess> caller, TraceRecord.Socket record) {
        Socket socket = open.get(record.descriptor());
        switch (record.act()) {
            case MADE ->
                    caller.ifPresent(owner ->
                            put(record.descriptor(), new Socket(owner, record.type() == STREAM)));
            case BOUND -> {
                if (socket != null) {
                    hasPort(socket, record);
                }
            }
            case LISTENING -> {
                if (socket != null && socket.stream) {
                    record.own()
                            .ifPresent(own ->
                                    acts.accept(
                                            new Act.Listening(caller.orElse(socket.owner), own)));
                }
            }
            case CONNECTED -> {
                if (socket != null) {
                    connected(caller.orElse(socket.owner), socket, record);
                }
            }
            case ACCEPTED -> {
                if (socket != null) {
                    accepted(socket, record);
                }
            }
        }
    }

    /// The kernel says that the connection between these two stands.
    void established(Endpoint own, Endpoint remote) {
        for (Socket socket : open.values()) {
            if (socket.own.filter(own::equals).isPresent()
                    && socket.remote.filter(remote::equals).isPresent()) {
                if (socket.established.isEmpty()) {
                    established(socket, new Ends(own, remote));
                }
                return;
            }
        }
        early.add(new Ends(own, remote));
        if (early.size() > MAX_EARLY) {
            early.remove(early.iterator().next());
        }
    }

    void closed(TraceRecord.Closed record) {
        Socket socket = open.remove(record.descriptor());
        if (socket != null) {
            socket.established.ifPresent(ends ->
                    acts.accept(
                            new Act.Disconnected(
                                    socket.owner, ends.own(), ends.remote(), record.inode())));
        }
    }

    private void put(int descriptor, Socket socket) {
        if (open.size() == MAX_OPEN && !open.containsKey(descriptor)) {
            refused++;
            return;
        }
        open.put(descriptor, socket);
    }

    private void hasPort(Socket socket, TraceRecord.Socket record) {
        socket.own = record.own();
        Optional<Endpoint> port = record.own().filter(own -> own.port() != 0);
        if (!socket.stream && !socket.portTold && port.isPresent()) {
            socket.portTold = true;
            acts.accept(new Act.PortOpened(socket.owner, port.get()));
        }
    }

    /// A connect counts as attempted whatever came of it.
    private void connected(WineProcess caller, Socket socket, TraceRecord.Socket record) {
        if (!socket.stream) {
            hasPort(socket, record);
            return;
        }
        if (record.remote().isEmpty()) {
            return;
        }
        socket.remote = record.remote();
        socket.own = record.own().filter(own -> own.port() != 0);
        acts.accept(new Act.Connecting(caller, socket.own, record.remote().get()));
        socket.own
                .map(own -> new Ends(own, record.remote().get()))
                .filter(ends -> early.remove(ends) || record.error() == 0)
                .ifPresent(ends -> established(socket, ends));
    }

    private void established(Socket socket, Ends ends) {
        socket.established = Optional.of(ends);
        acts.accept(new Act.Established(socket.owner, ends.own(), ends.remote()));
    }

    private void accepted(Socket listener, TraceRecord.Socket record) {
        if (record.own().isEmpty() || record.remote().isEmpty()) {
            return;
        }
        Socket taken = new Socket(listener.owner, true);
        taken.own = record.own();
        taken.remote = record.remote();
        taken.established = Optional.of(new Ends(record.own().get(), record.remote().get()));
        put(record.other(), taken);
        acts.accept(new Act.Accepted(listener.owner, record.own().get(), record.remote().get()));
    }
}
