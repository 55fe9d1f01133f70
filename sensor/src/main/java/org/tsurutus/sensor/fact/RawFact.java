package org.tsurutus.sensor.fact;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/// One fact as the guest's collector shipped it. Every fact carries its place in the stream and the
/// guest's `CLOCK_MONOTONIC` in nanoseconds. Paths are unix paths, decoded by [UnixText].
public sealed interface RawFact {
    /// The frame's number; the first is 0 and each next is one higher.
    long sequence();

    /// The guest's monotonic clock in nanoseconds: when the fact was shipped, or, for [Counted],
    /// [Served], [Datagram], [RawWrite], [Connected] and [Accepted], when it happened, which is a
    /// little before facts that stand before it in the stream.
    long nanos();

    /// A line of text from the guest's own init or launcher.
    record Note(long sequence, long nanos, String text) implements RawFact {}

    /// Bytes of the wineserver's trace, cut anywhere.
    record Trace(long sequence, long nanos, ByteBuffer bytes) implements RawFact {}

    /// The kernel reports a new file or directory.
    record Created(long sequence, long nanos, String path, Marks marks) implements RawFact {
        public Created(long sequence, long nanos, String path) {
            this(sequence, nanos, path, Marks.NONE);
        }
    }

    /// The kernel reports that a file or directory is gone.
    record Deleted(long sequence, long nanos, String path, Marks marks) implements RawFact {
        public Deleted(long sequence, long nanos, String path) {
            this(sequence, nanos, path, Marks.NONE);
        }
    }

    /// The kernel reports a move.
    record Moved(long sequence, long nanos, String from, String to, Marks marks)
            implements RawFact {
        public Moved(long sequence, long nanos, String from, String to) {
            this(sequence, nanos, from, to, Marks.NONE);
        }
    }

    /// What the collector knows beside the path. Frames from before there were shares have neither.
    ///
    /// @param server whether the server of this PC's shares did it, for another PC
    /// @param directory whether it is said to be a directory
    record Marks(boolean server, boolean directory) {
        /// Nothing is known beside the path.
        public static final Marks NONE = new Marks(false, false);
    }

    /// A file that was open for writing was finally closed; its bytes follow as [Content].
    ///
    /// @param content joins this fact with the [Content] and [ClosedEnd] that follow it
    /// @param unixPid who made the last close, which may be the wineserver
    /// @param size bytes at that moment
    /// @param marks who is told apart: the server of this PC's shares
    record Closed(
            long sequence,
            long nanos,
            long content,
            long unixPid,
            long size,
            FileId file,
            FileTimes times,
            String path,
            Marks marks)
            implements RawFact {
        public Closed(
                long sequence,
                long nanos,
                long content,
                long unixPid,
                long size,
                FileId file,
                FileTimes times,
                String path) {
            this(sequence, nanos, content, unixPid, size, file, times, path, Marks.NONE);
        }
    }

    /// The next bytes of a closed file.
    record Content(long sequence, long nanos, long content, ByteBuffer bytes) implements RawFact {}

    /// The end of a closed file's bytes.
    ///
    /// @param shipped how many bytes were shipped
    record ClosedEnd(long sequence, long nanos, long content, long shipped, Ending ending)
            implements RawFact {}

    /// The guest lost facts and says so; kind 1 is an overflow of the kernel's queue, kind 2 a name
    /// whose directory was gone when the collector asked for it, kind 3 that one or more of
    /// [Counted], [Datagram], [RawWrite] and [Connected] found no room, kind 4 that too many files
    /// were open at once to count the bytes of each.
    record Lost(long sequence, long nanos, long kind) implements RawFact {}

    /// The wineserver closes a regular file, a raw disk or an internet socket. Descriptors that
    /// programs got for one open file share its counts. A socket's device is 0.
    ///
    /// @param read bytes that were read through it so far, by whomever
    /// @param written bytes that were written through it so far
    record Counted(long sequence, long nanos, FileId file, long read, long written)
            implements RawFact {}

    /// The server of this PC's shares closes a regular file that was open for writing.
    ///
    /// @param read bytes that were read through it
    /// @param written bytes that were written through it
    record Served(long sequence, long nanos, FileId file, long read, long written)
            implements RawFact {}

    /// A program sends a UDP datagram to a name server, port 53.
    ///
    /// @param payload its first 512 bytes; empty where they could not be read
    record Datagram(long sequence, long nanos, long unixPid, Peer to, ByteBuffer payload)
            implements RawFact {}

    /// The lab user wrote to a raw disk.
    ///
    /// @param offset where on the disk, in bytes
    /// @param bytes how many were written
    /// @param disk the kernel's name of the disk, such as `vdc`
    record RawWrite(long sequence, long nanos, long unixPid, long offset, long bytes, String disk)
            implements RawFact {}

    /// The mode, an extended attribute, the owner or a time of a file or directory has changed.
    ///
    /// @param unixPid who changed it
    /// @param mode `st_mode` when the collector looked
    /// @param dosAttributes hidden (2) and system (4) as Wine keeps them; empty where the file has
    ///   no attribute for them
    record Attributes(
            long sequence,
            long nanos,
            long unixPid,
            int mode,
            OptionalInt dosAttributes,
            String path)
            implements RawFact {}

    /// A TCP connection that the guest asked for was made.
    ///
    /// @param kernel whether no program asked for it but the kernel itself, for another PC's share
    record Connected(long sequence, long nanos, Peer local, Peer remote, boolean kernel)
            implements RawFact {
        public Connected(long sequence, long nanos, Peer local, Peer remote) {
            this(sequence, nanos, local, remote, false);
        }
    }

    /// The server of this PC's shares took a TCP connection.
    record Accepted(long sequence, long nanos, Peer local, Peer remote) implements RawFact {}

    /// How the shipping of a file ended.
    enum Ending {
        /// All bytes were shipped.
        COMPLETE(0),
        /// The collector's limit cut the file.
        CUT(1),
        /// The file could not be read to its end.
        UNREADABLE(2);

        private final int code;

        Ending(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }

        static Optional<Ending> of(int code) {
            return Arrays.stream(values()).filter(ending -> ending.code == code).findFirst();
        }
    }
}
