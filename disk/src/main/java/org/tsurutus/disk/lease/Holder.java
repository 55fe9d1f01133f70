package org.tsurutus.disk.lease;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.LifeLock;

/// This controller, as the journal names it: a locked file. Or a person, who outlives every
/// command.
final class Holder implements AutoCloseable {
    private static final String PERSON = "a person";

    private final Path file;
    private final Optional<LifeLock> lock;

    private Holder(Path file, Optional<LifeLock> lock) {
        this.file = file;
        this.lock = lock;
    }

    static Holder in(Path folder) {
        byte[] random = new byte[4];
        RandomGenerator.of("SecureRandom").nextBytes(random);
        Path file =
                folder.resolve(
                        ProcessHandle.current().pid() + "-" + HexFormat.of().formatHex(random));
        return new Holder(file, Optional.of(LifeLock.make(file)));
    }

    static Holder person(Path folder) {
        return new Holder(folder.resolve(PERSON), Optional.empty());
    }

    String name() {
        return String.valueOf(file.getFileName());
    }

    /// Whether a holder's controller lives.
    static boolean isAlive(Path folder, String name) {
        return name.equals(PERSON) || LifeLock.isHeld(folder.resolve(name));
    }

    /// Deletes the files of the dead.
    static void sweep(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (!LifeLock.isHeld(file)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new DiskException("cannot clean up in " + folder + ": " + e, e);
        }
    }

    @Override
    public void close() {
        try {
            if (lock.isPresent()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new DiskException("cannot give up " + file + ": " + e, e);
        } finally {
            lock.ifPresent(LifeLock::close);
        }
    }
}
