package org.tsurutus.sensor.trace;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.tsurutus.sensor.fact.UnixText;

/// Puts the recorder's records together from bytes that were cut anywhere.
///
/// A record begins with a mark, its length, kind, request number, thread and time (24 bytes). What
/// cannot be a record is passed over up to the next mark and counted; a record that makes no sense
/// is counted. Memory is bounded by the longest record.
public final class RecordReader {
    private static final int MAGIC = 0x43455254;
    private static final int HEAD_BYTES = 24;
    private static final int LONGEST = 1 << 19;
    private static final int EXCHANGE = 1;
    private static final int PIPE = 2;
    private static final int GONE = 3;
    private static final int OPENED = 4;
    private static final int CLOSED = 5;
    private static final int REMOVED = 6;
    private static final int RENAMED = 7;
    private static final int LINKED = 8;
    private static final int SOCKET = 9;

    private final Consumer<TraceRecord> out;
    private byte[] carried = new byte[LONGEST];
    private int length;
    private long records;
    private long notUnderstood;
    private long bytesSkipped;

    /// @param out takes every record
    public RecordReader(Consumer<TraceRecord> out) {
        this.out = out;
    }

    /// Takes the next bytes and hands on every record that they complete.
    public void accept(ByteBuffer chunk) {
        ByteBuffer bytes = chunk.duplicate();
        while (bytes.hasRemaining()) {
            int taken = Math.min(bytes.remaining(), carried.length - length);
            bytes.get(carried, length, taken);
            length += taken;
            drain();
        }
    }

    /// Bytes are missing before those that come: what began before them cannot end any more.
    public void restart() {
        bytesSkipped += length;
        length = 0;
    }

    /// How many records were read.
    public long records() {
        return records;
    }

    /// How many records made no sense.
    public long notUnderstood() {
        return notUnderstood;
    }

    /// How many bytes belonged to no record, counting one that is not complete.
    public long bytesSkipped() {
        return bytesSkipped;
    }

    /// How many bytes of a record wait for its end.
    public int waiting() {
        return length;
    }

    private void drain() {
        ByteBuffer bytes = ByteBuffer.wrap(carried, 0, length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.remaining() >= HEAD_BYTES) {
            int start = bytes.position();
            int size = bytes.getInt(start + 4);
            if (bytes.getInt(start) != MAGIC || size < HEAD_BYTES || size > LONGEST) {
                bytes.position(start + 1);
                bytesSkipped++;
                continue;
            }
            if (bytes.remaining() < size) {
                break;
            }
            byte[] record = Arrays.copyOfRange(carried, start, start + size);
            bytes.position(start + size);
            hand(ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN));
        }
        bytes.compact();
        length = bytes.position();
    }

    private void hand(ByteBuffer record) {
        records++;
        Optional<TraceRecord> read;
        try {
            read = read(record);
        } catch (TraceSyntaxException | java.nio.BufferUnderflowException _) {
            notUnderstood++;
            return;
        }
        if (read.isPresent()) {
            out.accept(read.get());
        } else {
            notUnderstood++;
        }
    }

    private static Optional<TraceRecord> read(ByteBuffer record) {
        int kind = record.getShort(8);
        int code = record.getShort(10);
        int thread = record.getInt(12);
        long nanos = record.getLong(16);
        record.position(HEAD_BYTES);
        return switch (kind) {
            case EXCHANGE -> Call.numbered(code).map(call -> exchange(nanos, thread, call, record));
            case PIPE -> Optional.of(new TraceRecord.ThreadPipe(nanos, thread, record.getInt()));
            case GONE -> Optional.of(new TraceRecord.ThreadGone(nanos, thread, record.getInt()));
            case OPENED -> Optional.of(opened(nanos, thread, record));
            case CLOSED -> {
                int descriptor = record.getInt();
                record.getInt();
                yield Optional.of(
                        new TraceRecord.Closed(nanos, thread, descriptor, record.getLong()));
            }
            case REMOVED -> {
                String[] names = names(record);
                yield Optional.of(
                        new TraceRecord.Removed(nanos, thread, names[0].equals("d"), names[1]));
            }
            case RENAMED -> {
                String[] names = names(record);
                yield Optional.of(new TraceRecord.Renamed(nanos, thread, names[0], names[1]));
            }
            case LINKED -> {
                String[] names = names(record);
                yield Optional.of(new TraceRecord.Linked(nanos, thread, names[0], names[1]));
            }
            case SOCKET -> Optional.of(socket(nanos, thread, record));
            default -> Optional.empty();
        };
    }

    private static TraceRecord exchange(long nanos, int thread, Call call, ByteBuffer record) {
        int kept = record.getInt();
        ByteBuffer request = part(record, Message.FIXED_BYTES);
        ByteBuffer data = part(record, kept);
        ByteBuffer reply = part(record, Message.FIXED_BYTES);
        ByteBuffer answer = part(record, record.remaining());
        long dataSize = Integer.toUnsignedLong(request.getInt(4));
        long answerSize = Integer.toUnsignedLong(reply.getInt(4));
        if (kept > dataSize || answer.remaining() > answerSize) {
            throw new TraceSyntaxException("a record has more data than its message says");
        }
        return new TraceRecord.Exchange(
                nanos,
                thread,
                call,
                new Message(request, call.request(), data, dataSize),
                reply.getInt(0),
                new Message(reply, call.reply(), answer, answerSize));
    }

    private static ByteBuffer part(ByteBuffer record, int size) {
        if (size < 0 || size > record.remaining()) {
            throw new TraceSyntaxException("a record is shorter than its parts");
        }
        ByteBuffer part = record.slice(record.position(), size).order(ByteOrder.LITTLE_ENDIAN);
        record.position(record.position() + size);
        return part;
    }

    private static TraceRecord opened(long nanos, int thread, ByteBuffer record) {
        return new TraceRecord.Opened(
                nanos,
                thread,
                record.getInt(),
                record.getInt(),
                record.getInt(),
                record.getInt() != 0,
                record.getLong(),
                record.getLong());
    }

    private static String[] names(ByteBuffer record) {
        int cut = record.position();
        while (cut < record.limit() && record.get(cut) != 0) {
            cut++;
        }
        if (cut == record.limit()) {
            throw new TraceSyntaxException("two names were expected, one is there");
        }
        int start = record.position();
        return new String[] {
            UnixText.decode(record.slice(start, cut - start)),
            UnixText.decode(record.slice(cut + 1, record.limit() - cut - 1))
        };
    }

    private static TraceRecord socket(long nanos, int thread, ByteBuffer record) {
        TraceRecord.SocketAct[] acts = TraceRecord.SocketAct.values();
        int act = record.getInt();
        if (act < 0 || act >= acts.length) {
            throw new TraceSyntaxException("a socket's act " + act + " is not known");
        }
        int descriptor = record.getInt();
        int other = record.getInt();
        int error = record.getInt();
        int type = record.getInt();
        Optional<Endpoint> own = Endpoint.read(record);
        Optional<Endpoint> remote = Endpoint.read(record);
        return new TraceRecord.Socket(
                nanos,
                thread,
                acts[act],
                descriptor,
                other,
                error,
                type,
                own,
                remote,
                record.getLong());
    }
}
