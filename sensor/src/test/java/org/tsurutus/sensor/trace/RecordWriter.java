package org.tsurutus.sensor.trace;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Writes records as the recorder in the wineserver does.
public final class RecordWriter {
    private static final int MAGIC = 0x43455254;
    private static final int HEAD_BYTES = 24;
    private static final int NO_CALL = -1;
    private static final int ROOM = 1 << 19;

    private RecordWriter() {}

    /// A request and its reply.
    ///
    /// @param status an NTSTATUS
    public static TraceRecord.Exchange exchange(
            long nanos, int thread, Call call, Fields request, int status, Fields reply) {
        Message asked = request.message(call.request());
        Message answered = reply.message(call.reply());
        asked.fixed().putInt(0, call.number());
        answered.fixed().putInt(0, status);
        return new TraceRecord.Exchange(nanos, thread, call, asked, status, answered);
    }

    /// The record's bytes.
    public static byte[] bytes(TraceRecord record) {
        ByteBuffer out = ByteBuffer.allocate(ROOM).order(ByteOrder.LITTLE_ENDIAN);
        out.position(HEAD_BYTES);
        int kind =
                switch (record) {
                    case TraceRecord.Exchange exchange -> exchange(exchange, out);
                    case TraceRecord.ThreadPipe made -> number(2, made.pipe(), out);
                    case TraceRecord.ThreadGone gone -> number(3, gone.pipe(), out);
                    case TraceRecord.Opened opened -> opened(opened, out);
                    case TraceRecord.Closed closed -> closed(closed, out);
                    case TraceRecord.Removed removed ->
                            names(6, removed.directory() ? "d" : "", removed.path(), out);
                    case TraceRecord.Renamed renamed -> names(7, renamed.from(), renamed.to(), out);
                    case TraceRecord.Linked linked -> names(8, linked.from(), linked.to(), out);
                    case TraceRecord.Socket socket -> socket(socket, out);
                };
        int call =
                record instanceof TraceRecord.Exchange exchange
                        ? exchange.call().number()
                        : NO_CALL;
        byte[] bytes = new byte[out.position()];
        out.putInt(0, MAGIC).putInt(4, bytes.length).putShort(8, (short) kind);
        out.putShort(10, (short) call).putInt(12, record.thread()).putLong(16, record.nanos());
        out.get(0, bytes);
        return bytes;
    }

    private static int exchange(TraceRecord.Exchange exchange, ByteBuffer out) {
        Message request = exchange.request();
        Message reply = exchange.reply();
        out.putInt(request.data().remaining()).put(request.fixed().duplicate());
        out.put(request.data().duplicate());
        out.put(reply.fixed().duplicate()).put(reply.data().duplicate());
        return 1;
    }

    private static int number(int kind, int number, ByteBuffer out) {
        out.putInt(number);
        return kind;
    }

    private static int opened(TraceRecord.Opened opened, ByteBuffer out) {
        out.putInt(opened.descriptor()).putInt(opened.flags()).putInt(opened.mode());
        out.putInt(opened.created() ? 1 : 0).putLong(opened.device()).putLong(opened.inode());
        return 4;
    }

    private static int closed(TraceRecord.Closed closed, ByteBuffer out) {
        out.putInt(closed.descriptor()).putInt(0).putLong(closed.inode());
        return 5;
    }

    private static int names(int kind, String first, String second, ByteBuffer out) {
        out.put((first + '\0' + second).getBytes(StandardCharsets.UTF_8));
        return kind;
    }

    private static int socket(TraceRecord.Socket socket, ByteBuffer out) {
        out.putInt(socket.act().ordinal()).putInt(socket.descriptor()).putInt(socket.other());
        out.putInt(socket.error()).putInt(socket.type());
        endpoint(socket.own(), out);
        endpoint(socket.remote(), out);
        out.putLong(socket.inode());
        return 9;
    }

    private static void endpoint(Optional<Endpoint> endpoint, ByteBuffer out) {
        ByteBuffer bytes = out.slice(out.position(), Endpoint.BYTES).order(out.order());
        endpoint.ifPresent(point ->
                bytes.putShort((short) point.version())
                        .putShort((short) point.port())
                        .put(address(point.address())));
        out.position(out.position() + Endpoint.BYTES);
    }

    private static byte[] address(String numeric) {
        try {
            return InetAddress.getByName(numeric).getAddress();
        } catch (UnknownHostException e) {
            throw new AssertionError(numeric + " is no address", e);
        }
    }
}
