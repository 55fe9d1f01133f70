package org.tsurutus.disk.lease;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.tsurutus.disk.DiskException;

/// Lets one controller at a time look at the journal and decide by it.
final class StoreLock {
    /// Of all stores: file locks do not know threads, and are held for a moment only.
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final Path file;

    StoreLock(Path file) {
        this.file = file;
    }

    /// Does something while no other controller does; may be called inside itself.
    <T> T hold(Supplier<T> work) {
        if (THREADS.isHeldByCurrentThread()) {
            return work.get();
        }
        THREADS.lock();
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            FileLock lock = channel.lock();
            if (!lock.isValid()) {
                throw new DiskException("cannot lock " + file);
            }
            return work.get();
        } catch (IOException e) {
            throw new DiskException("cannot lock " + file + ": " + e, e);
        } finally {
            THREADS.unlock();
        }
    }
}
