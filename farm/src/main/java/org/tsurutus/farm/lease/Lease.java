package org.tsurutus.farm.lease;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.tsurutus.disk.LifeLock;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.host.Home;
import org.tsurutus.farm.image.BuildFolder;

/// A PC held by this controller: a folder for its overlays and sockets, with a lock file that the
/// kernel unlocks when the controller ends, however it ends. An unlocked folder is what a dead one
/// left.
public final class Lease implements AutoCloseable {
    static final String LOCK = "lock";
    static final String RUN = "run";

    private final Path folder;
    private final LifeLock lock;

    private Lease(Path folder, LifeLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /// Takes a lease.
    ///
    /// @param run the directory of the run that it is for, so that a sweep can mark it failed
    public static Lease take(Home home, Optional<Path> run) {
        byte[] name = new byte[4];
        RandomGenerator.of("SecureRandom").nextBytes(name);
        String id = HexFormat.of().formatHex(name);
        Path fresh = home.leases().resolve("." + id);
        Path folder = home.leases().resolve(id);
        try {
            Files.createDirectory(fresh);
            LifeLock lock = LifeLock.make(fresh.resolve(LOCK));
            if (run.isPresent()) {
                Files.writeString(fresh.resolve(RUN), run.get().toString());
            }
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
            return new Lease(folder, lock);
        } catch (IOException e) {
            throw FarmException.environment(
                    "cannot take a lease in " + home.leases() + ": " + e, e);
        }
    }

    /// Where the PC's overlays and sockets go.
    public Path folder() {
        return folder;
    }

    /// Gives the PC back and deletes all that it wrote.
    @Override
    public void close() {
        BuildFolder.delete(folder);
        lock.close();
    }
}
