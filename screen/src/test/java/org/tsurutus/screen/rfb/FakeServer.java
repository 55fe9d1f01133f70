package org.tsurutus.screen.rfb;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A server that says what it was given, whatever the client says.
final class FakeServer implements AutoCloseable {
    private final ServerSocketChannel server;
    private final UnixDomainSocketAddress address;
    private final BlockingQueue<byte[]> heard = new LinkedBlockingQueue<>();

    FakeServer(Path socket) throws IOException {
        address = UnixDomainSocketAddress.of(socket);
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(address);
    }

    UnixDomainSocketAddress address() {
        return address;
    }

    /// Says this to the next client.
    ///
    /// @param thenGone whether it hangs up after that; else it stays and is silent
    void say(byte[] bytes, boolean thenGone) {
        Thread.ofVirtual().start(() -> serve(bytes, thenGone));
    }

    private void serve(byte[] bytes, boolean thenGone) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (SocketChannel client = server.accept()) {
            Thread.ofVirtual().start(() -> write(client, bytes, thenGone));
            Channels.newInputStream(client).transferTo(said);
        } catch (IOException _) {
            // the client has hung up
        }
        heard.add(said.toByteArray());
    }

    private static void write(SocketChannel client, byte[] bytes, boolean thenGone) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                client.write(buffer);
            }
            if (thenGone) {
                client.shutdownOutput();
            }
        } catch (IOException _) {
            // the client has hung up
        }
    }

    /// What the client said, once it has hung up.
    byte[] heard() {
        try {
            byte[] bytes = heard.poll(Program.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (bytes == null) {
                throw new AssertionError("the client does not hang up");
            }
            return bytes;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
