package org.tsurutus.network.lan;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.tsurutus.network.packet.Octets;

/// What QEMU is on its side of a port: a socket on which every frame follows its length.
final class PcEnd implements AutoCloseable {
    private static final int LONG_ENOUGH = 20;
    private static final int A_MOMENT = 200;

    private final SocketChannel channel;
    private final BlockingQueue<Optional<Octets>> heard = new LinkedBlockingQueue<>();

    private PcEnd(SocketChannel channel) {
        this.channel = channel;
    }

    /// Connects and listens from now on.
    static PcEnd connect(Path socket) throws IOException {
        PcEnd end = connectDeaf(socket);
        end.listen();
        return end;
    }

    /// Connects and reads nothing until told to.
    static PcEnd connectDeaf(Path socket) throws IOException {
        return new PcEnd(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
    }

    void listen() {
        Thread.ofVirtual().start(this::read);
    }

    void send(Octets frame) throws IOException {
        sendRaw(frame.length(), frame);
    }

    /// Sends bytes behind a length that may be wrong.
    void sendRaw(int length, Octets bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES + bytes.length()).putInt(length);
        bytes.putInto(buffer);
        write(buffer.flip());
    }

    void write(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /// The next frame; fails if none comes or if the port was cut.
    Octets next() throws InterruptedException {
        Optional<Octets> frame = heard.poll(LONG_ENOUGH, TimeUnit.SECONDS);
        if (frame == null) {
            throw new AssertionError("no frame came");
        }
        return frame.orElseThrow(() -> new AssertionError("the port was cut"));
    }

    /// Waits until the port is cut, and throws away what comes before.
    void awaitCut() throws InterruptedException {
        Optional<Octets> frame = heard.poll(LONG_ENOUGH, TimeUnit.SECONDS);
        while (frame != null && frame.isPresent()) {
            frame = heard.poll(LONG_ENOUGH, TimeUnit.SECONDS);
        }
        if (frame == null) {
            throw new AssertionError("the port was not cut");
        }
    }

    /// Whether nothing came for a moment.
    boolean hearsNothing() throws InterruptedException {
        return heard.poll(A_MOMENT, TimeUnit.MILLISECONDS) == null;
    }

    private void read() {
        try {
            ByteBuffer head = ByteBuffer.allocate(Integer.BYTES);
            while (fill(head.clear())) {
                ByteBuffer frame = ByteBuffer.allocate(head.getInt(0));
                fill(frame);
                heard.add(Optional.of(Octets.of(frame.array())));
            }
        } catch (IOException _) {
            // cut while it was read
        }
        heard.add(Optional.empty());
    }

    private boolean fill(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
