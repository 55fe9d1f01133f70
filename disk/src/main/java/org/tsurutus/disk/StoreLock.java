package org.tsurutus.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Lets one controller at a time look at what is noted and decide by it.
public final class StoreLock {
    /// File locks do not know threads.
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private final Path file;
    private final ReentrantLock threads;

    /// @param file what is locked, the same for all; it is made
    public StoreLock(Path file) {
        this.file = file.toAbsolutePath().normalize();
        this.threads = THREADS.computeIfAbsent(this.file, _ -> new ReentrantLock());
    }

    /// Does something while no other controller does; may be called inside itself.
    ///
    /// @throws DiskException when the file cannot be locked
    public <T> T hold(Supplier<T> work) {
        if (threads.isHeldByCurrentThread()) {
            return work.get();
        }
        threads.lock();
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
            threads.unlock();
        }
    }
}
