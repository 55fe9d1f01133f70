package org.tsurutus.sensor;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.tsurutus.sensor.trace.Endpoint;
import org.tsurutus.sensor.trace.TraceRecord;
import org.tsurutus.sensor.trace.TraceRecord.SocketAct;

/// What a thread of the guest does with sockets, each named by the server's descriptor.
record GuestSockets(Guest guest, int thread) {
    static final int STREAM = 1;
    static final int DATAGRAM = 2;
    static final int IN_PROGRESS = 115;

    static Endpoint at(String address, int port) {
        try {
            return Endpoint.of(InetAddress.getByName(address), port);
        } catch (UnknownHostException e) {
            throw new AssertionError(address + " is no address", e);
        }
    }

    static long inode(int socket) {
        return 70_000L + socket;
    }

    GuestSockets make(int socket, int type) {
        return act(SocketAct.MADE, socket, -1, 0, type, Optional.empty(), Optional.empty());
    }

    GuestSockets bind(int socket, Endpoint own) {
        return act(SocketAct.BOUND, socket, -1, 0, 0, Optional.of(own), Optional.empty());
    }

    GuestSockets listen(int socket, Endpoint own) {
        return act(SocketAct.LISTENING, socket, -1, 0, 0, Optional.of(own), Optional.empty());
    }

    GuestSockets connect(int socket, Endpoint own, Endpoint remote, int error) {
        return act(
                SocketAct.CONNECTED, socket, -1, error, 0, Optional.of(own), Optional.of(remote));
    }

    GuestSockets accept(int listener, int socket, Endpoint own, Endpoint remote) {
        return act(
                SocketAct.ACCEPTED, listener, socket, 0, 0, Optional.of(own), Optional.of(remote));
    }

    GuestSockets close(int socket) {
        guest.serverCloses(thread, socket, inode(socket));
        return this;
    }

    private GuestSockets act(
            SocketAct act,
            int socket,
            int other,
            int error,
            int type,
            Optional<Endpoint> own,
            Optional<Endpoint> remote) {
        long inode = inode(other < 0 ? socket : other);
        guest.record(nanos ->
                new TraceRecord.Socket(
                        nanos, thread, act, socket, other, error, type, own, remote, inode));
        return this;
    }
}
