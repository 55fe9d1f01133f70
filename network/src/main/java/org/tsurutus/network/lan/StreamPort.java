package org.tsurutus.network.lan;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tsurutus.network.NetworkException;

/// The port of a virtual PC: a Unix socket to which one QEMU connects once.
final class StreamPort implements Port {
    private static final int LONGEST_QUEUE = 1024 * 1024;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Member member;
    private final Fabric fabric;
    private final Path path;
    private final ServerSocketChannel door;
    private final ByteBuffer incoming = ByteBuffer.allocateDirect(Wire.BUFFER);

    /// What the PC has not read yet; made when it is late for the first time.
    private ByteBuffer waiting = NOTHING;

    private volatile @Nullable SocketChannel channel;
    private @Nullable SelectionKey key;

    private StreamPort(Member member, Fabric fabric, Path path, ServerSocketChannel door) {
        this.member = member;
        this.fabric = fabric;
        this.path = path;
        this.door = door;
    }

    static StreamPort at(Path path, Member member, Fabric fabric) {
        try {
            ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            try {
                door.bind(UnixDomainSocketAddress.of(path), 1);
                door.configureBlocking(false);
                return new StreamPort(member, fabric, path, door);
            } catch (IOException e) {
                door.close();
                throw e;
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new NetworkException(
                    "cannot listen for "
                            + member.name
                            + " at "
                            + path
                            + ": "
                            + e
                            + "; the path must be free and at most 107 bytes long",
                    e);
        }
    }

    /// Lets a selector watch for the PC.
    void watch(Selector selector) throws IOException {
        door.register(selector, SelectionKey.OP_ACCEPT, this);
    }

    @Override
    public Member member() {
        return member;
    }

    /// Does what can be done without waiting.
    void ready(SelectionKey ready) {
        try {
            if (ready.isAcceptable()) {
                accept(ready.selector());
                return;
            }
            if (ready.isWritable()) {
                writeWaiting(ready);
            }
            if (ready.isReadable()) {
                read();
            }
        } catch (CancelledKeyException _) {
            close("it was closed");
        } catch (IOException e) {
            close("its socket failed: " + e.getMessage());
        }
    }

    private void accept(Selector selector) throws IOException {
        SocketChannel accepted = door.accept();
        if (accepted != null) {
            accepted.configureBlocking(false);
            key = accepted.register(selector, SelectionKey.OP_READ, this);
            channel = accepted;
            closeDoor();
            if (!member.isOpen()) {
                accepted.close();
            }
        }
    }

    private void read() throws IOException {
        SocketChannel from = channel;
        if (from == null || from.read(incoming) < 0) {
            close("the PC hung up");
            return;
        }
        int taken = fabric.take(this, incoming, incoming.position());
        incoming.flip().position(taken);
        incoming.compact();
    }

    @Override
    public void send(ByteBuffer wire, int start, int end, int frames) {
        SocketChannel to = channel;
        if (to == null) {
            member.tally.lose(Loss.NOT_CONNECTED, frames);
            return;
        }
        try {
            int written = waiting.position() == 0 ? write(to, wire, start, end) : 0;
            if (start + written == end) {
                member.tally.out(frames, end - start - (long) frames * Wire.LENGTH);
            } else {
                keep(wire, start, start + written, end);
            }
        } catch (IOException e) {
            close("its socket failed: " + e.getMessage());
        } catch (CancelledKeyException _) {
            close("it was closed");
        }
    }

    private static int write(SocketChannel to, ByteBuffer wire, int start, int end)
            throws IOException {
        int position = wire.position();
        int limit = wire.limit();
        try {
            return to.write(wire.limit(end).position(start));
        } finally {
            wire.limit(limit).position(position);
        }
    }

    /// Keeps what was not written. A frame that was begun is always ended, or the PC could read
    /// nothing after it; of the others those are lost that do not fit.
    private void keep(ByteBuffer wire, int start, int rest, int end) {
        if (waiting.capacity() == 0) {
            waiting = ByteBuffer.allocateDirect(LONGEST_QUEUE);
        }
        for (int at = start, next; at < end; at = next) {
            next = at + Wire.LENGTH + wire.getInt(at);
            int from = Math.max(at, rest);
            if (next - from > waiting.remaining()) {
                member.tally.lose(Loss.QUEUE_FULL, 1);
            } else {
                member.tally.out(1, next - at - Wire.LENGTH);
                if (from < next) {
                    waiting.put(waiting.position(), wire, from, next - from);
                    waiting.position(waiting.position() + next - from);
                }
            }
        }
        if (key != null) {
            key.interestOpsOr(SelectionKey.OP_WRITE);
        }
    }

    private void writeWaiting(SelectionKey ready) throws IOException {
        SocketChannel to = channel;
        if (to != null) {
            to.write(waiting.flip());
            waiting.compact();
        }
        if (waiting.position() == 0) {
            ready.interestOpsAnd(~SelectionKey.OP_WRITE);
        }
    }

    @Override
    public void close(String why) {
        if (member.close(why)) {
            closeDoor();
            SocketChannel open = channel;
            if (open != null) {
                try {
                    open.close();
                } catch (IOException _) {
                    // nothing more can be done with it
                }
            }
        }
    }

    private void closeDoor() {
        try {
            door.close();
            Files.deleteIfExists(path);
        } catch (IOException _) {
            // nobody answers there any more, whether its name is gone or not
        }
    }
}
