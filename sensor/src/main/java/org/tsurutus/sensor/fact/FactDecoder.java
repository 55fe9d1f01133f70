package org.tsurutus.sensor.fact;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/// Makes facts of frames; the payload of each type stands here as it is read.
final class FactDecoder {
    // what stands before a payload's text or bytes, or all of it
    private static final int CLOSED_BYTES = 52;
    private static final int COUNTED_BYTES = 32;
    private static final int DATAGRAM_BYTES = 8 + Frame.ADDRESS_BYTES;
    private static final int RAW_WRITE_BYTES = 24;
    private static final int ATTRIBUTES_BYTES = 16;
    private static final int CONNECTED_BYTES = 8 + 2 * Frame.ADDRESS_BYTES;

    private FactDecoder() {}

    /// The fact in a frame, or empty where the type is unknown or the payload malformed.
    static Optional<RawFact> decode(ByteBuffer header, ByteBuffer payload) {
        long stream = Integer.toUnsignedLong(header.getInt(12));
        long sequence = header.getLong(16);
        long nanos = header.getLong(24);
        RawFact.Marks marks = marks(header.get(5));
        return switch (header.get(4)) {
            case Frame.NOTE ->
                    Optional.of(new RawFact.Note(sequence, nanos, UnixText.decode(payload)));
            case Frame.TRACE -> Optional.of(new RawFact.Trace(sequence, nanos, copy(payload)));
            case Frame.CREATED ->
                    path(payload).map(path -> new RawFact.Created(sequence, nanos, path, marks));
            case Frame.DELETED ->
                    path(payload).map(path -> new RawFact.Deleted(sequence, nanos, path, marks));
            case Frame.MOVED -> moved(sequence, nanos, marks, payload);
            case Frame.CLOSED -> closed(sequence, nanos, stream, marks, payload);
            case Frame.CONTENT ->
                    Optional.of(new RawFact.Content(sequence, nanos, stream, copy(payload)));
            case Frame.CLOSED_END -> closedEnd(sequence, nanos, stream, payload);
            case Frame.LOST -> lost(sequence, nanos, payload);
            case Frame.COUNTED -> counted(sequence, nanos, payload);
            case Frame.DATAGRAM -> datagram(sequence, nanos, payload);
            case Frame.RAW_WRITE -> rawWrite(sequence, nanos, payload);
            case Frame.ATTRIBUTES -> attributes(sequence, nanos, payload);
            case Frame.CONNECTED -> connected(sequence, nanos, payload);
            case Frame.ACCEPTED ->
                    connected(sequence, nanos, payload)
                            .filter(RawFact.Connected.class::isInstance)
                            .map(RawFact.Connected.class::cast)
                            .map(taken ->
                                    new RawFact.Accepted(
                                            sequence, nanos, taken.local(), taken.remote()));
            case Frame.SERVED ->
                    counted(sequence, nanos, payload)
                            .filter(RawFact.Counted.class::isInstance)
                            .map(RawFact.Counted.class::cast)
                            .map(counted ->
                                    new RawFact.Served(
                                            sequence,
                                            nanos,
                                            counted.file(),
                                            counted.read(),
                                            counted.written()));
            default -> Optional.empty();
        };
    }

    private static RawFact.Marks marks(int flags) {
        return new RawFact.Marks((flags & Frame.BY_SERVER) != 0, (flags & Frame.OF_DIRECTORY) != 0);
    }

    private static Optional<RawFact> closed(
            long sequence, long nanos, long stream, RawFact.Marks marks, ByteBuffer payload) {
        if (payload.remaining() < CLOSED_BYTES) {
            return Optional.empty();
        }
        long unixPid = pid(payload);
        long size = payload.getLong();
        FileId file = new FileId(payload.getLong(), payload.getLong());
        Instant accessed = instant(payload.getLong());
        Instant modified = instant(payload.getLong());
        long born = payload.getLong();
        FileTimes times =
                new FileTimes(
                        accessed,
                        modified,
                        born == 0 ? Optional.empty() : Optional.of(instant(born)));
        return path(payload)
                .map(path ->
                        new RawFact.Closed(
                                sequence, nanos, stream, unixPid, size, file, times, path, marks));
    }

    private static Optional<RawFact> closedEnd(
            long sequence, long nanos, long stream, ByteBuffer payload) {
        if (payload.remaining() != 9) {
            return Optional.empty();
        }
        long shipped = payload.getLong(0);
        return RawFact.Ending.of(payload.get(8))
                .map(ending -> new RawFact.ClosedEnd(sequence, nanos, stream, shipped, ending));
    }

    private static Optional<RawFact> lost(long sequence, long nanos, ByteBuffer payload) {
        if (payload.remaining() != 4) {
            return Optional.empty();
        }
        long kind = Integer.toUnsignedLong(payload.getInt(0));
        return Optional.of(new RawFact.Lost(sequence, nanos, kind));
    }

    private static Optional<RawFact> counted(long sequence, long nanos, ByteBuffer payload) {
        if (payload.remaining() != COUNTED_BYTES) {
            return Optional.empty();
        }
        FileId file = new FileId(payload.getLong(), payload.getLong());
        long read = payload.getLong();
        long written = payload.getLong();
        return read < 0 || written < 0
                ? Optional.empty()
                : Optional.of(new RawFact.Counted(sequence, nanos, file, read, written));
    }

    private static Optional<RawFact> datagram(long sequence, long nanos, ByteBuffer payload) {
        int said = payload.remaining() - DATAGRAM_BYTES;
        if (said < 0 || said > Frame.MAX_DATAGRAM_BYTES) {
            return Optional.empty();
        }
        long unixPid = pid(payload);
        int family = payload.getShort();
        int port = port(payload);
        return address(family, payload)
                .map(address ->
                        new RawFact.Datagram(
                                sequence, nanos, unixPid, new Peer(address, port), copy(payload)));
    }

    private static Optional<RawFact> rawWrite(long sequence, long nanos, ByteBuffer payload) {
        int name = payload.remaining() - RAW_WRITE_BYTES;
        if (name < 0 || name > Frame.MAX_DISK_NAME_BYTES) {
            return Optional.empty();
        }
        long unixPid = pid(payload);
        payload.getInt();
        long offset = payload.getLong();
        long bytes = payload.getLong();
        return offset < 0 || bytes < 0
                ? Optional.empty()
                : Optional.of(
                        new RawFact.RawWrite(
                                sequence, nanos, unixPid, offset, bytes, UnixText.decode(payload)));
    }

    private static Optional<RawFact> attributes(long sequence, long nanos, ByteBuffer payload) {
        if (payload.remaining() < ATTRIBUTES_BYTES) {
            return Optional.empty();
        }
        long unixPid = pid(payload);
        int mode = payload.getInt();
        boolean known = payload.getInt() != 0;
        int dos = payload.getInt();
        OptionalInt dosAttributes = known ? OptionalInt.of(dos) : OptionalInt.empty();
        return path(payload)
                .map(path ->
                        new RawFact.Attributes(
                                sequence, nanos, unixPid, mode, dosAttributes, path));
    }

    private static Optional<RawFact> connected(long sequence, long nanos, ByteBuffer payload) {
        if (payload.remaining() != CONNECTED_BYTES) {
            return Optional.empty();
        }
        int family = payload.getShort();
        int localPort = port(payload);
        int remotePort = port(payload);
        boolean kernel = payload.getShort() != 0;
        Optional<InetAddress> local = address(family, payload);
        Optional<InetAddress> remote = address(family, payload);
        return local.flatMap(from ->
                remote.map(to ->
                        new RawFact.Connected(
                                sequence,
                                nanos,
                                new Peer(from, localPort),
                                new Peer(to, remotePort),
                                kernel)));
    }

    private static long pid(ByteBuffer payload) {
        return Integer.toUnsignedLong(payload.getInt());
    }

    private static int port(ByteBuffer payload) {
        return Short.toUnsignedInt(payload.getShort());
    }

    /// Takes an address of family 4 or 6; empty for another one.
    private static Optional<InetAddress> address(int family, ByteBuffer payload) {
        byte[] bytes = new byte[Frame.ADDRESS_BYTES];
        payload.get(bytes);
        try {
            return switch (family) {
                case 4 -> Optional.of(InetAddress.getByAddress(Arrays.copyOf(bytes, 4)));
                case 6 -> Optional.of(InetAddress.getByAddress(bytes));
                default -> Optional.empty();
            };
        } catch (UnknownHostException e) {
            throw new IllegalStateException("4 and 16 bytes are addresses", e);
        }
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(0, nanos);
    }

    private static Optional<RawFact> moved(
            long sequence, long nanos, RawFact.Marks marks, ByteBuffer payload) {
        int cut = 0;
        while (cut < payload.limit() && payload.get(cut) != 0) {
            cut++;
        }
        if (cut == payload.limit()) {
            return Optional.empty();
        }
        Optional<String> from = path(payload.slice(0, cut));
        Optional<String> to = path(payload.slice(cut + 1, payload.limit() - cut - 1));
        return from.flatMap(source ->
                to.map(target -> new RawFact.Moved(sequence, nanos, source, target, marks)));
    }

    private static Optional<String> path(ByteBuffer bytes) {
        return bytes.remaining() > Frame.MAX_PATH_BYTES
                ? Optional.empty()
                : Optional.of(UnixText.decode(bytes));
    }

    private static ByteBuffer copy(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        return ByteBuffer.wrap(copy).asReadOnlyBuffer();
    }
}
