package org.tsurutus.sensor.fact;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.tsurutus.sensor.SensorException;

/// Writes a fact stream, each fact with the number and time that it carries. The product's facts
/// come from the guest's collector; this is for tools that make or cut streams.
public final class FactWriter {
    private final OutputStream out;

    /// Writes to `out`, which stays open and is never flushed.
    public FactWriter(OutputStream out) {
        this.out = out;
    }

    /// Writes one frame.
    ///
    /// @throws SensorException when the payload is longer than a frame may be, or the stream fails
    public void write(RawFact fact) {
        switch (fact) {
            case RawFact.Note note -> frame(note, Frame.NOTE, 0, text(note.text()));
            case RawFact.Trace trace -> frame(trace, Frame.TRACE, 0, trace.bytes());
            case RawFact.Created created ->
                    frame(created, Frame.CREATED, 0, created.marks(), text(created.path()));
            case RawFact.Deleted deleted ->
                    frame(deleted, Frame.DELETED, 0, deleted.marks(), text(deleted.path()));
            case RawFact.Moved moved ->
                    frame(
                            moved,
                            Frame.MOVED,
                            0,
                            moved.marks(),
                            text(moved.from() + '\0' + moved.to()));
            case RawFact.Closed closed ->
                    frame(closed, Frame.CLOSED, closed.content(), closed.marks(), payload(closed));
            case RawFact.Content content ->
                    frame(content, Frame.CONTENT, content.content(), content.bytes());
            case RawFact.ClosedEnd closed ->
                    frame(
                            closed,
                            Frame.CLOSED_END,
                            closed.content(),
                            buffer(9)
                                    .putLong(closed.shipped())
                                    .put((byte) closed.ending().code())
                                    .flip());
            case RawFact.Lost lost ->
                    frame(lost, Frame.LOST, 0, buffer(4).putInt((int) lost.kind()).flip());
            case RawFact.Counted counted ->
                    frame(
                            counted,
                            Frame.COUNTED,
                            0,
                            counts(counted.file(), counted.read(), counted.written()));
            case RawFact.Datagram datagram -> frame(datagram, Frame.DATAGRAM, 0, payload(datagram));
            case RawFact.RawWrite write -> frame(write, Frame.RAW_WRITE, 0, payload(write));
            case RawFact.Attributes attributes ->
                    frame(attributes, Frame.ATTRIBUTES, 0, payload(attributes));
            case RawFact.Connected made ->
                    frame(
                            made,
                            Frame.CONNECTED,
                            0,
                            connection(made.local(), made.remote(), made.kernel()));
            case RawFact.Accepted taken ->
                    frame(
                            taken,
                            Frame.ACCEPTED,
                            0,
                            connection(taken.local(), taken.remote(), false));
            case RawFact.Served served ->
                    frame(
                            served,
                            Frame.SERVED,
                            0,
                            counts(served.file(), served.read(), served.written()));
        }
    }

    private static ByteBuffer payload(RawFact.Closed closed) {
        ByteBuffer path = text(closed.path());
        FileTimes times = closed.times();
        return buffer(52 + path.remaining())
                .putInt((int) closed.unixPid())
                .putLong(closed.size())
                .putLong(closed.file().device())
                .putLong(closed.file().inode())
                .putLong(nanos(times.accessed()))
                .putLong(nanos(times.modified()))
                .putLong(times.born().map(FactWriter::nanos).orElse(0L))
                .put(path)
                .flip();
    }

    private static long nanos(Instant time) {
        return ChronoUnit.NANOS.between(Instant.EPOCH, time);
    }

    private static ByteBuffer counts(FileId file, long read, long written) {
        return buffer(32)
                .putLong(file.device())
                .putLong(file.inode())
                .putLong(read)
                .putLong(written)
                .flip();
    }

    private static ByteBuffer payload(RawFact.Datagram datagram) {
        ByteBuffer said = datagram.payload().duplicate();
        InetAddress address = datagram.to().address();
        return buffer(8 + Frame.ADDRESS_BYTES + said.remaining())
                .putInt((int) datagram.unixPid())
                .putShort(family(address))
                .putShort((short) datagram.to().port())
                .put(padded(address))
                .put(said)
                .flip();
    }

    private static ByteBuffer payload(RawFact.RawWrite write) {
        ByteBuffer disk = text(write.disk());
        return buffer(24 + disk.remaining())
                .putInt((int) write.unixPid())
                .putInt(0)
                .putLong(write.offset())
                .putLong(write.bytes())
                .put(disk)
                .flip();
    }

    private static ByteBuffer payload(RawFact.Attributes attributes) {
        ByteBuffer path = text(attributes.path());
        return buffer(16 + path.remaining())
                .putInt((int) attributes.unixPid())
                .putInt(attributes.mode())
                .putInt(attributes.dosAttributes().isPresent() ? 1 : 0)
                .putInt(attributes.dosAttributes().orElse(0))
                .put(path)
                .flip();
    }

    private static ByteBuffer connection(Peer here, Peer there, boolean kernel) {
        InetAddress local = here.address();
        InetAddress remote = there.address();
        return buffer(8 + 2 * Frame.ADDRESS_BYTES)
                .putShort(family(remote))
                .putShort((short) here.port())
                .putShort((short) there.port())
                .putShort((short) (kernel ? 1 : 0))
                .put(padded(local))
                .put(padded(remote))
                .flip();
    }

    private static short family(InetAddress address) {
        return (short) (address instanceof Inet4Address ? 4 : 6);
    }

    private static byte[] padded(InetAddress address) {
        return Arrays.copyOf(address.getAddress(), Frame.ADDRESS_BYTES);
    }

    private static ByteBuffer text(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void frame(RawFact fact, int type, long stream, ByteBuffer payload) {
        frame(fact, type, stream, RawFact.Marks.NONE, payload);
    }

    private void frame(
            RawFact fact, int type, long stream, RawFact.Marks marks, ByteBuffer payload) {
        int flags =
                (marks.server() ? Frame.BY_SERVER : 0)
                        | (marks.directory() ? Frame.OF_DIRECTORY : 0);
        int length = payload.remaining();
        if (length > Frame.MAX_PAYLOAD_BYTES) {
            throw new SensorException(
                    "fact "
                            + fact.sequence()
                            + " has "
                            + length
                            + " bytes; a frame holds at most "
                            + Frame.MAX_PAYLOAD_BYTES
                            + ", so cut it into several");
        }
        byte[] bytes = new byte[Frame.HEADER_BYTES + length];
        ByteBuffer frame = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        frame.putInt(Frame.MAGIC).put((byte) type).put((byte) flags).putShort((short) 0);
        frame.putInt(length).putInt((int) stream).putLong(fact.sequence()).putLong(fact.nanos());
        frame.put(payload.duplicate());
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new SensorException("cannot write fact " + fact.sequence(), e);
        }
    }
}
