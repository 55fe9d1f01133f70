package org.tsurutus.network.lines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.tsurutus.network.NetworkException;

/// Where what was received lies, each content once under its SHA-256, all of them bounded.
public final class ReceivedFolder {
    private static final int MOST_FILES = 10_000;

    private final Path folder;
    private long room;
    private int files;
    private int open;
    private long notKept;

    private ReceivedFolder(Path folder, long room) {
        this.folder = folder;
        this.room = room;
    }

    /// Makes a folder.
    ///
    /// @param room how many bytes it takes
    public static ReceivedFolder make(Path folder, long room) {
        try {
            return new ReceivedFolder(Files.createDirectories(folder), room);
        } catch (IOException e) {
            throw new NetworkException("cannot make " + folder + ": " + e, e);
        }
    }

    /// Begins to receive something.
    ///
    /// @param most how many bytes of it are kept
    public Reception begin(long most) {
        return new Reception(this, folder.resolve(".part-" + open++), most);
    }

    /// How many bytes came for which there was no room.
    public long notKept() {
        return notKept;
    }

    long take(long bytes) {
        long taken = Math.min(bytes, room);
        room -= taken;
        return taken;
    }

    void lose(long bytes) {
        notKept += bytes;
    }

    boolean hasRoomForFile() {
        return files < MOST_FILES;
    }

    Optional<String> keep(Path part, String sha256) throws IOException {
        Path file = folder.resolve(sha256);
        if (Files.exists(file)) {
            room += Files.size(part);
            Files.delete(part);
        } else {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            files++;
        }
        return Optional.of(folder.getFileName() + "/" + sha256);
    }
}
