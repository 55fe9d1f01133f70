package org.tsurutus.disk.lease;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.tsurutus.disk.DiskException;

/// This controller, as the journal names it: a locked file, which the kernel unlocks when the
/// controller ends, however it ends. Or a person, who outlives every command.
final class Holder implements AutoCloseable {
    private static final String PERSON = "a person";

    /// To open a locked file a second time in the same process and close it again would unlock it.
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final Optional<FileChannel> channel;

    private Holder(Path file, Optional<FileChannel> channel) {
        this.file = file;
        this.channel = channel;
    }

    static Holder in(Path folder) {
        byte[] random = new byte[4];
        RandomGenerator.of("SecureRandom").nextBytes(random);
        Path file =
                folder.resolve(
                        ProcessHandle.current().pid() + "-" + HexFormat.of().formatHex(random));
        try {
            OWN.add(file);
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            FileLock lock = channel.lock();
            if (!lock.isValid()) {
                throw new DiskException("cannot lock " + file);
            }
            return new Holder(file, Optional.of(channel));
        } catch (IOException e) {
            throw new DiskException("cannot make " + file + ": " + e, e);
        }
    }

    static Holder person(Path folder) {
        return new Holder(folder.resolve(PERSON), Optional.empty());
    }

    String name() {
        return String.valueOf(file.getFileName());
    }

    /// Whether a holder's controller lives.
    static boolean isAlive(Path folder, String name) {
        Path file = folder.resolve(name);
        if (name.equals(PERSON) || OWN.contains(file)) {
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

    /// Deletes the files of the dead.
    static void sweep(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (!isAlive(folder, String.valueOf(file.getFileName()))) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new DiskException("cannot clean up in " + folder + ": " + e, e);
        }
    }

    @Override
    public void close() {
        if (channel.isEmpty()) {
            return;
        }
        try {
            Files.deleteIfExists(file);
            channel.get().close();
            OWN.remove(file);
        } catch (IOException e) {
            throw new DiskException("cannot give up " + file + ": " + e, e);
        }
    }
}
