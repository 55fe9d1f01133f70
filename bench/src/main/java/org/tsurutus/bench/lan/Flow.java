package org.tsurutus.bench.lan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// Frames one way as fast as they go, with as much on the way at once as a window allows, which is
/// what TCP does: so none is lost.
final class Flow {
    private static final int TOGETHER = 64 * 1024;
    private static final int WINDOW = 512 * 1024;
    private static final long A_MOMENT = 20_000;

    private final Link link;
    private final int length;
    private final boolean isTogether;
    private final AtomicLong received = new AtomicLong();

    /// @param length of each frame
    /// @param isTogether whether short frames are written many at once; QEMU writes each alone
    Flow(Link link, int length, boolean isTogether) {
        this.link = link;
        this.length = length;
        this.isTogether = isTogether;
    }

    /// Sends some frames and waits until all have arrived.
    ///
    /// @return seconds
    double seconds(long frames) throws IOException, InterruptedException {
        ByteBuffer batch = batch();
        int size = Integer.BYTES + length;
        long total = frames * size;
        received.set(0);
        Thread reader = Thread.ofPlatform().start(() -> read(total));
        long start = System.nanoTime();
        for (long sent = 0; sent < total; ) {
            while (sent - received.get() > WINDOW) {
                LockSupport.parkNanos(A_MOMENT);
            }
            batch.clear().limit((int) Math.min(batch.capacity(), total - sent));
            sent += batch.limit();
            while (batch.hasRemaining()) {
                link.left().write(batch);
            }
        }
        reader.join();
        return (System.nanoTime() - start) / 1e9;
    }

    private ByteBuffer batch() {
        ByteBuffer frame = Link.frame(Link.LEFT, Link.RIGHT, length);
        int count = isTogether ? Math.max(1, TOGETHER / frame.capacity()) : 1;
        ByteBuffer batch = ByteBuffer.allocateDirect(count * frame.capacity());
        while (batch.hasRemaining()) {
            batch.put(frame.clear());
        }
        return batch;
    }

    private void read(long total) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(4 * TOGETHER);
        try {
            SocketChannel from = link.right();
            while (received.get() < total) {
                int count = from.read(buffer.clear());
                if (count < 0) {
                    throw new IOException("the link broke");
                }
                received.addAndGet(count);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
