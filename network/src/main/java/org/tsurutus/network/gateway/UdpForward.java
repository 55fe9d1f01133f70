package org.tsurutus.network.gateway;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.time.Duration;
import java.time.Instant;
import org.tsurutus.network.endpoint.Datagram;
import org.tsurutus.network.endpoint.Endpoint;
import org.tsurutus.network.packet.Ipv4Address;
import org.tsurutus.network.packet.Octets;

/// A talk over UDP through the gateway. Only whom the PC asked is heard.
final class UdpForward implements Forward {
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final int LONGEST = 1472;
    private static final int MOST_AT_ONCE = 64;

    private final Datagram first;
    private final Passage passage;
    private final Endpoint endpoint;
    private final DatagramChannel channel;
    private final Instant began;
    private Instant latest;
    private boolean closed;
    private long out;
    private long in;

    /// Begins; [Passage#begin] was asked before.
    UdpForward(Datagram first, Passage passage, Endpoint endpoint, Ipv4Address destination)
            throws IOException {
        this.first = first;
        this.passage = passage;
        this.endpoint = endpoint;
        this.began = passage.clock.instant();
        this.latest = began;
        this.channel = DatagramChannel.open(StandardProtocolFamily.INET);
        try {
            channel.configureBlocking(false);
            channel.connect(Call.socketAddress(destination, first.serverPort()));
            channel.register(passage.selector, SelectionKey.OP_READ, this);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        passage.selector.wakeup();
    }

    void send(Octets payload) {
        try {
            if (passage.room(payload.length()) < payload.length()
                    || channel.write(ByteBuffer.wrap(payload.toArray())) < payload.length()) {
                passage.drop();
                return;
            }
            out += payload.length();
            passage.out(payload.length());
            latest = passage.clock.instant();
        } catch (IOException _) {
            passage.drop();
        }
    }

    @Override
    public void move() {
        ByteBuffer buffer = ByteBuffer.allocate(0xffff);
        try {
            for (int count = 0; count < MOST_AT_ONCE && !closed; count++) {
                int length = channel.read(buffer.clear());
                if (length < 0 || buffer.position() == 0) {
                    return;
                }
                if (length > LONGEST || passage.room(length) < length) {
                    passage.drop();
                    continue;
                }
                in += length;
                passage.in(length);
                latest = passage.clock.instant();
                byte[] bytes = new byte[length];
                buffer.get(0, bytes);
                endpoint.send(first.with(Octets.of(bytes)));
            }
        } catch (IOException e) {
            passage.fail();
            end("the other side: " + e.getMessage());
        }
    }

    boolean isClosed() {
        return closed;
    }

    void tick(Instant now) {
        if (Duration.between(latest, now).compareTo(IDLE) > 0) {
            end("nothing went on any more");
        }
    }

    void end(String why) {
        if (closed) {
            return;
        }
        closed = true;
        try {
            channel.close();
        } catch (IOException _) {
            // it is gone
        }
        passage.end();
        passage.tell(Call.of(first), began, true, why, out, in);
    }
}
