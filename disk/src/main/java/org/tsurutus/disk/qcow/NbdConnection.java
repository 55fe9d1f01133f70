package org.tsurutus.disk.qcow;

import java.io.EOFException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// The reading half of the Network Block Device protocol, as its `doc/proto.md` has it: the fixed
/// newstyle handshake with `NBD_OPT_GO`, then reads with simple replies, one at a time.
final class NbdConnection implements AutoCloseable {
    private static final long SERVER = 0x4e42444d41474943L;
    private static final long OPTION = 0x49484156454f5054L;
    private static final long OPTION_REPLY = 0x3e889045565a9L;
    private static final int REQUEST = 0x25609513;
    private static final int REPLY = 0x67446698;
    private static final int FIXED_NEWSTYLE_NO_ZEROES = 3;
    private static final int GO = 7;
    private static final int ACKNOWLEDGED = 1;
    private static final int INFORMATION = 3;
    private static final short READ = 0;
    private static final int MOST_REPLY = 64 * 1024;

    /// What every server must be able to answer at once.
    private static final int MOST_READ = 1024 * 1024;

    private final SocketChannel socket;
    private final long size;
    private long requests;

    private NbdConnection(SocketChannel socket, long size) {
        this.socket = socket;
        this.size = size;
    }

    static NbdConnection open(Path path, String export) throws IOException {
        SocketChannel socket = SocketChannel.open(UnixDomainSocketAddress.of(path));
        try {
            return new NbdConnection(socket, agree(socket, export));
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static long agree(SocketChannel socket, String export) throws IOException {
        ByteBuffer greeting = receive(socket, 18);
        if (greeting.getLong() != SERVER || greeting.getLong() != OPTION) {
            throw new IOException("the server does not speak NBD");
        }
        byte[] name = export.getBytes(StandardCharsets.UTF_8);
        ByteBuffer go = ByteBuffer.allocate(4 + 16 + 4 + name.length + 2);
        go.putInt(FIXED_NEWSTYLE_NO_ZEROES);
        go.putLong(OPTION).putInt(GO).putInt(4 + name.length + 2);
        go.putInt(name.length).put(name).putShort((short) 0);
        send(socket, go.flip());
        long size = -1;
        while (true) {
            ByteBuffer head = receive(socket, 20);
            if (head.getLong() != OPTION_REPLY || head.getInt() != GO) {
                throw new IOException("the server's answer is no answer");
            }
            int type = head.getInt();
            int length = head.getInt();
            if (length < 0 || length > MOST_REPLY) {
                throw new IOException("the server's answer has " + length + " bytes");
            }
            ByteBuffer data = receive(socket, length);
            if (type == ACKNOWLEDGED && size >= 0) {
                return size;
            }
            if (type < 0) {
                throw new IOException("the server refuses: " + StandardCharsets.UTF_8.decode(data));
            }
            if (type == INFORMATION && length >= 10 && data.getShort() == 0) {
                size = data.getLong();
            }
        }
    }

    long size() {
        return size;
    }

    /// Fills the buffer; all of it must lie on the disk.
    void read(long at, ByteBuffer into) throws IOException {
        int end = into.limit();
        for (long from = at; into.position() < end; ) {
            int length = Math.min(MOST_READ, end - into.position());
            ask(from, length);
            into.limit(into.position() + length);
            fill(socket, into);
            into.limit(end);
            from += length;
        }
    }

    private void ask(long at, int length) throws IOException {
        requests++;
        ByteBuffer request = ByteBuffer.allocate(28);
        request.putInt(REQUEST).putShort((short) 0).putShort(READ);
        request.putLong(requests).putLong(at).putInt(length);
        send(socket, request.flip());
        ByteBuffer reply = receive(socket, 16);
        int magic = reply.getInt();
        int error = reply.getInt();
        if (magic != REPLY || reply.getLong() != requests) {
            throw new IOException("the server's answer is no answer");
        }
        if (error != 0) {
            throw new IOException("the server says error " + error);
        }
    }

    private static void send(SocketChannel socket, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            socket.write(bytes);
        }
    }

    private static ByteBuffer receive(SocketChannel socket, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        fill(socket, bytes);
        return bytes.flip();
    }

    private static void fill(SocketChannel socket, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            if (socket.read(bytes) < 0) {
                throw new EOFException("the server ended");
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
