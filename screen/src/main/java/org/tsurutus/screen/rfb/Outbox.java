package org.tsurutus.screen.rfb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.tsurutus.screen.ScreenException;

/// Messages on their way to a server. A thread of its own sends them, so that a server that takes
/// nothing holds up nobody.
final class Outbox implements AutoCloseable {
    private static final int MOST_WAITING = 4096;
    private static final Duration FAREWELL = Duration.ofSeconds(1);
    private static final byte[] END = {};

    private final BlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final SocketChannel channel;
    private final Thread thread;

    Outbox(SocketChannel channel) {
        this.channel = channel;
        this.thread = Thread.ofVirtual().name("rfb sender").start(this::send);
    }

    /// Sends a message after those that wait.
    ///
    /// @throws ScreenException when too many wait
    void send(byte[] message) {
        if (!waiting.offer(message)) {
            throw new ScreenException(
                    "the VNC server has left "
                            + MOST_WAITING
                            + " messages unread; it hangs or is overloaded");
        }
    }

    private void send() {
        try (channel) {
            for (byte[] message = waiting.take(); message.length > 0; message = waiting.take()) {
                ByteBuffer bytes = ByteBuffer.wrap(message);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
        } catch (IOException _) {
            // the channel is closed now, which the receiving thread meets and tells
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Sends what waits, for a second at most, and closes the channel.
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        try {
            if (waiting.offer(END)) {
                thread.join(FAREWELL);
            }
        } catch (InterruptedException _) {
            interrupted = true;
        }
        thread.interrupt();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
