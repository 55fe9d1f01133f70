package org.tsurutus.sensor.fact;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
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
            case RawFact.Created created -> frame(created, Frame.CREATED, 0, text(created.path()));
            case RawFact.Deleted deleted -> frame(deleted, Frame.DELETED, 0, text(deleted.path()));
            case RawFact.Moved moved ->
                    frame(moved, Frame.MOVED, 0, text(moved.from() + '\0' + moved.to()));
            case RawFact.Closed closed ->
                    frame(closed, Frame.CLOSED, closed.content(), payload(closed));
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
        }
    }

    private static ByteBuffer payload(RawFact.Closed closed) {
        ByteBuffer path = text(closed.path());
        return buffer(12 + path.remaining())
                .putInt((int) closed.unixPid())
                .putLong(closed.size())
                .put(path)
                .flip();
    }

    private static ByteBuffer text(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void frame(RawFact fact, int type, long stream, ByteBuffer payload) {
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
        frame.putInt(Frame.MAGIC).put((byte) type).put((byte) 0).putShort((short) 0);
        frame.putInt(length).putInt((int) stream).putLong(fact.sequence()).putLong(fact.nanos());
        frame.put(payload.duplicate());
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new SensorException("cannot write fact " + fact.sequence(), e);
        }
    }
}
