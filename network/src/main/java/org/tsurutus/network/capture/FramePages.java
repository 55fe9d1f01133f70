package org.tsurutus.network.capture;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Frames on their way from the LAN's thread to the writer's, in a fixed number of pages that are
/// used again: who comes when all are full is told so and does not wait. Frames stay here for a
/// while, so that what is known of them a moment later is known when they are written; where many
/// come they go on at once.
final class FramePages {
    private static final int PAGE = 1024 * 1024;
    private static final int PAGES = 16;
    private static final int CROWDED = PAGES / 2;
    private static final int HEADER = Integer.BYTES + Long.BYTES + Integer.BYTES;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<ByteBuffer> full = new ArrayDeque<>();
    private final Deque<ByteBuffer> free = new ArrayDeque<>();
    private ByteBuffer current = ByteBuffer.allocate(PAGE);
    private int made = 1;
    private int ripe;
    private int ripening;
    private boolean closed;

    /// What is done with each frame of a page.
    @FunctionalInterface
    interface Taker {
        /// Takes a frame.
        void take(int port, long nanoseconds, ByteBuffer frame);
    }

    /// Whether the frame fits.
    boolean put(int port, long nanoseconds, ByteBuffer wire, int at, int length) {
        lock.lock();
        try {
            if (closed || (current.remaining() < HEADER + length && !turn())) {
                return false;
            }
            current.putInt(port).putLong(nanoseconds).putInt(length);
            current.put(current.position(), wire, at, length);
            current.position(current.position() + length);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// The next page whose frames have all been here for a while, or simply the next one where many
    /// wait or no more will come.
    ///
    /// @param milliseconds how long to wait for one; frames stay here for once to twice as long
    /// @return empty if there is none after that time
    Optional<ByteBuffer> take(long milliseconds) throws InterruptedException {
        lock.lock();
        try {
            long rest = TimeUnit.MILLISECONDS.toNanos(milliseconds);
            while (ripe == 0 && full.size() < CROWDED && !closed && rest > 0) {
                rest = changed.awaitNanos(rest);
            }
            if (rest <= 0 || closed) {
                ripe += ripening;
                boolean _ = current.position() == 0 || turn();
                ripening = full.size() - ripe;
            }
            if (ripe == 0 && full.size() < CROWDED && !closed) {
                return Optional.empty();
            }
            if (ripe > 0) {
                ripe--;
            } else if (ripening > 0) {
                ripening--;
            }
            return Optional.ofNullable(full.poll()).map(ByteBuffer::flip);
        } finally {
            lock.unlock();
        }
    }

    /// Lets a page that was taken be used again.
    void giveBack(ByteBuffer page) {
        lock.lock();
        try {
            free.add(page.clear());
        } finally {
            lock.unlock();
        }
    }

    /// Takes no more frames; those that are there can still be taken.
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /// Reads all frames of a page.
    static void read(ByteBuffer page, Taker taker) {
        while (page.hasRemaining()) {
            int port = page.getInt();
            long nanoseconds = page.getLong();
            int length = page.getInt();
            taker.take(port, nanoseconds, page.slice(page.position(), length));
            page.position(page.position() + length);
        }
    }

    private boolean turn() {
        ByteBuffer next = free.poll();
        if (next == null && made < PAGES) {
            made++;
            next = ByteBuffer.allocate(PAGE);
        }
        if (next == null) {
            return false;
        }
        full.add(current);
        current = next;
        changed.signal();
        return true;
    }
}
