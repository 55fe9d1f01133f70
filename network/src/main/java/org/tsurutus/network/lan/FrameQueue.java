package org.tsurutus.network.lan;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Frames on their way from one thread to another, up to a number of bytes.
final class FrameQueue {
    private static final int MOST_BYTES = 1024 * 1024;

    /// What keeping a frame costs besides its bytes, so that short ones are bounded, too.
    private static final int COST = 64;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<byte[]> frames = new ArrayDeque<>();
    private int bytes;
    private boolean closed;

    /// Whether it fits.
    boolean offer(byte[] frame) {
        lock.lock();
        try {
            if (closed || bytes + frame.length + COST > MOST_BYTES) {
                return false;
            }
            frames.add(frame);
            bytes += frame.length + COST;
            changed.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// The next frame, if there is one.
    Optional<byte[]> poll() {
        lock.lock();
        try {
            return next();
        } finally {
            lock.unlock();
        }
    }

    /// The next frame, as soon as there is one; empty when the queue was closed.
    Optional<byte[]> take() throws InterruptedException {
        lock.lock();
        try {
            while (!closed && frames.isEmpty()) {
                changed.await();
            }
            return closed ? Optional.empty() : next();
        } finally {
            lock.unlock();
        }
    }

    /// Forgets all frames and takes no more.
    void close() {
        lock.lock();
        try {
            closed = true;
            frames.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private Optional<byte[]> next() {
        Optional<byte[]> frame = Optional.ofNullable(frames.poll());
        bytes -= frame.map(taken -> taken.length + COST).orElse(0);
        return frame;
    }
}
