package org.tsurutus.sensor.fact;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// One fact as the guest's collector shipped it. Every fact carries its place in the stream and the
/// guest's `CLOCK_MONOTONIC` in nanoseconds. Paths are unix paths, decoded by [UnixText].
public sealed interface RawFact {
    /// The frame's number; the first is 0 and each next is one higher.
    long sequence();

    /// The guest's monotonic clock when the fact was shipped, in nanoseconds.
    long nanos();

    /// A line of text from the guest's own init or launcher.
    record Note(long sequence, long nanos, String text) implements RawFact {}

    /// Bytes of the wineserver's trace, cut anywhere.
    record Trace(long sequence, long nanos, ByteBuffer bytes) implements RawFact {}

    /// The kernel reports a new file or directory.
    record Created(long sequence, long nanos, String path) implements RawFact {}

    /// The kernel reports that a file or directory is gone.
    record Deleted(long sequence, long nanos, String path) implements RawFact {}

    /// The kernel reports a move.
    record Moved(long sequence, long nanos, String from, String to) implements RawFact {}

    /// A file that was open for writing was finally closed; its bytes follow as [Content].
    ///
    /// @param content joins this fact with the [Content] and [ClosedEnd] that follow it
    /// @param unixPid who made the last close, which may be the wineserver
    /// @param size bytes at that moment
    record Closed(long sequence, long nanos, long content, long unixPid, long size, String path)
            implements RawFact {}

    /// The next bytes of a closed file.
    record Content(long sequence, long nanos, long content, ByteBuffer bytes) implements RawFact {}

    /// The end of a closed file's bytes.
    ///
    /// @param shipped how many bytes were shipped
    record ClosedEnd(long sequence, long nanos, long content, long shipped, Ending ending)
            implements RawFact {}

    /// The guest lost facts and says so; kind 1 is an overflow of the kernel's queue, kind 2 a name
    /// whose directory was gone when the collector asked for it.
    record Lost(long sequence, long nanos, long kind) implements RawFact {}

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
