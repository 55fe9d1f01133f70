package org.tsurutus.sensor.trace;

import java.util.Optional;

/// What the recorder in the wineserver wrote down, in the order in which it happened.
///
/// Threads are named by the pipe over which they talk to the server, files and sockets by the
/// server's descriptor; both numbers are used again once they are closed.
public sealed interface TraceRecord {
    /// The guest's monotonic clock, in nanoseconds.
    long nanos();

    /// The pipe of the thread whose request is being handled, or -1.
    int thread();

    /// A request that was answered.
    ///
    /// @param status an NTSTATUS, negative for an error
    record Exchange(long nanos, int thread, Call call, Message request, int status, Message reply)
            implements TraceRecord {

        /// Whether the request did its work; a warning counts as success.
        public boolean done() {
            return status >= 0;
        }
    }

    /// While it makes a thread, the server begins to listen to this pipe.
    record ThreadPipe(long nanos, int thread, int pipe) implements TraceRecord {}

    /// The thread of this pipe is gone.
    record ThreadGone(long nanos, int thread, int pipe) implements TraceRecord {}

    /// While it handles `create_file`, the server opened this.
    ///
    /// @param flags `O_…` bits
    /// @param mode `S_…` bits
    /// @param created whether it is new
    record Opened(
            long nanos,
            int thread,
            int descriptor,
            int flags,
            int mode,
            boolean created,
            long device,
            long inode)
            implements TraceRecord {}

    /// The server closed a file or socket that programs had open.
    record Closed(long nanos, int thread, int descriptor, long inode) implements TraceRecord {}

    /// The server removed a name.
    record Removed(long nanos, int thread, boolean directory, String path) implements TraceRecord {}

    /// The server gave a file or directory another name.
    record Renamed(long nanos, int thread, String from, String to) implements TraceRecord {}

    /// The server gave a file one more name.
    record Linked(long nanos, int thread, String from, String to) implements TraceRecord {}

    /// Something happened to a socket.
    ///
    /// @param descriptor the socket; of [SocketAct#ACCEPTED] the one that listens
    /// @param other the new socket of [SocketAct#ACCEPTED], else -1
    /// @param error an errno, 0 for none
    /// @param type `SOCK_…` of [SocketAct#MADE], else 0
    /// @param inode of the socket, or of the new one
    record Socket(
            long nanos,
            int thread,
            SocketAct act,
            int descriptor,
            int other,
            int error,
            int type,
            Optional<Endpoint> own,
            Optional<Endpoint> remote,
            long inode)
            implements TraceRecord {}

    /// What happened to a socket, in the order of the recorder's numbers.
    enum SocketAct {
        /// It was made.
        MADE,
        /// It got an address of its own.
        BOUND,
        /// It waits for connections.
        LISTENING,
        /// It was told to connect; the outcome may still be open.
        CONNECTED,
        /// It took a connection.
        ACCEPTED
    }
}
