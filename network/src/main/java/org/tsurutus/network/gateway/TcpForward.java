package org.tsurutus.network.gateway;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.tsurutus.network.endpoint.TcpHandler;
import org.tsurutus.network.endpoint.TcpLink;
import org.tsurutus.network.packet.Ipv4Address;
import org.tsurutus.network.packet.Octets;

/// A connection through the gateway: what it carries goes from one to another, never a packet. The
/// PC hears that somebody listens only when somebody does.
final class TcpForward implements TcpHandler, Forward {
    private static final int MOST_TO_PC = 256 * 1024;
    private static final int PART = 64 * 1024;
    private static final Duration CONNECT = Duration.ofSeconds(15);
    private static final Duration IDLE = Duration.ofMinutes(5);

    private final TcpLink link;
    private final Passage passage;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final Instant began;
    private final Deque<Octets> toWorld = new ArrayDeque<>();
    private int waiting;
    private Instant latest;
    private boolean connected;
    private boolean pcEnded;
    private boolean pcEndTold;
    private boolean worldEnded;
    private boolean closed;
    private long out;
    private long in;

    /// Calls; [Passage#begin] was asked before.
    TcpForward(TcpLink link, Passage passage, Ipv4Address destination) throws IOException {
        this.link = link;
        this.passage = passage;
        this.began = passage.clock.instant();
        this.latest = began;
        this.channel = SocketChannel.open();
        try {
            channel.configureBlocking(false);
            this.key = channel.register(passage.selector, SelectionKey.OP_CONNECT, this);
            channel.connect(Call.socketAddress(destination, link.ends().serverPort()));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        passage.selector.wakeup();
    }

    @Override
    public void move() {
        if (closed) {
            return;
        }
        try {
            if (!connected) {
                if (!channel.finishConnect()) {
                    return;
                }
                connected = true;
                link.open();
            }
            write();
            read();
            int interest =
                    (waiting > 0 && passage.room(1) > 0 ? SelectionKey.OP_WRITE : 0)
                            | (wantsToRead() ? SelectionKey.OP_READ : 0);
            if (key.isValid()) {
                key.interestOps(interest);
            }
        } catch (IOException e) {
            if (!connected) {
                passage.fail();
            }
            end("the other side: " + e.getMessage());
            link.reset();
        }
    }

    private boolean wantsToRead() {
        return link.isOpened() && !worldEnded && link.waiting() < MOST_TO_PC && passage.room(1) > 0;
    }

    private void write() throws IOException {
        boolean isMoving = true;
        while (isMoving && waiting > 0) {
            Octets first = toWorld.removeFirst();
            int size = passage.room(first.length());
            int written =
                    size == 0 ? 0 : channel.write(ByteBuffer.wrap(first.slice(0, size).toArray()));
            if (written < first.length()) {
                toWorld.addFirst(first.from(written));
            }
            waiting -= written;
            out += written;
            passage.out(written);
            isMoving = written > 0;
            latest = isMoving ? passage.clock.instant() : latest;
        }
        if (pcEnded && waiting == 0 && !pcEndTold) {
            pcEndTold = true;
            channel.shutdownOutput();
        }
        link.roomAgain();
    }

    private void read() throws IOException {
        if (!wantsToRead()) {
            return;
        }
        ByteBuffer buffer = ByteBuffer.allocate(passage.room(PART));
        int count = channel.read(buffer);
        if (count < 0) {
            worldEnded = true;
            link.finish();
        } else if (count > 0) {
            in += count;
            passage.in(count);
            latest = passage.clock.instant();
            link.send(Octets.of(buffer.array(), 0, count));
        }
    }

    @Override
    public void opened() {
        move();
    }

    @Override
    public void received(Octets bytes) {
        toWorld.add(bytes);
        waiting += bytes.length();
        move();
    }

    @Override
    public void ended() {
        pcEnded = true;
        move();
    }

    @Override
    public void taken() {
        move();
    }

    @Override
    public void closed(String why) {
        end(why);
    }

    private void end(String why) {
        if (closed) {
            return;
        }
        closed = true;
        try {
            channel.close();
        } catch (IOException _) {
            // it is gone
        }
        toWorld.clear();
        passage.end();
        passage.tell(Call.of(link), began, true, why, out, in);
    }

    @Override
    public void tick(Instant now) {
        move();
        if (!closed && Duration.between(latest, now).compareTo(connected ? IDLE : CONNECT) > 0) {
            end("nothing went on for too long");
            link.reset();
        }
    }

    @Override
    public int backlog() {
        return waiting;
    }
}
