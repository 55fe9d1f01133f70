package org.tsurutus.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A locked file that tells others that its owner lives: the kernel unlocks it when the process
/// ends, however it ends. The file may be moved.
public final class LifeLock implements AutoCloseable {
    /// The files, however they are called, that this process has locked. To open one a second time
    /// and close it again would unlock it.
    private static final Set<Object> OWN = ConcurrentHashMap.newKeySet();

    private final Object key;
    private final FileChannel channel;

    private LifeLock(Object key, FileChannel channel) {
        this.key = key;
        this.channel = channel;
    }

    /// Makes a file and locks it.
    ///
    /// @param file not there yet
    /// @throws DiskException when it cannot be made
    public static synchronized LifeLock make(Path file) {
        return lock(file, StandardOpenOption.CREATE_NEW)
                .orElseThrow(
                        () -> new DiskException("cannot lock " + file + "; is its folder there?"));
    }

    /// Takes over what a dead owner left.
    ///
    /// @param file made if it is not there
    /// @return empty while its owner lives, or when its folder is gone
    /// @throws DiskException when it cannot be opened
    public static synchronized Optional<LifeLock> takeOver(Path file) {
        return isOwn(file) ? Optional.empty() : lock(file, StandardOpenOption.CREATE);
    }

    /// Whether a file's owner lives; not if there is no file.
    public static synchronized boolean isHeld(Path file) {
        if (isOwn(file)) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            FileLock lock = channel.tryLock();
            return lock == null;
        } catch (NoSuchFileException _) {
            return false;
        } catch (IOException e) {
            throw new DiskException("cannot ask whether " + file + " is locked: " + e, e);
        }
    }

    private static Optional<LifeLock> lock(Path file, OpenOption how) {
        try {
            FileChannel channel = FileChannel.open(file, how, StandardOpenOption.WRITE);
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    Object key = key(file);
                    OWN.add(key);
                    return Optional.of(new LifeLock(key, channel));
                }
            } catch (IOException e) {
                channel.close();
                throw e;
            }
            channel.close();
            return Optional.empty();
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new DiskException("cannot lock " + file + ": " + e, e);
        }
    }

    private static boolean isOwn(Path file) {
        try {
            return OWN.contains(key(file));
        } catch (IOException _) {
            return false;
        }
    }

    /// What names a file whatever its path.
    private static Object key(Path file) throws IOException {
        @Nullable Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        return key == null ? file.toRealPath() : key;
    }

    /// Unlocks the file, which stays.
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new DiskException("cannot unlock a file: " + e, e);
        } finally {
            OWN.remove(key);
        }
    }
}
