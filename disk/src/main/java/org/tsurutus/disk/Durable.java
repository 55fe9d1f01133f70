package org.tsurutus.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/// Changes of files that are there after a power cut, wholly or not at all.
public final class Durable {
    private static final AtomicLong WRITTEN = new AtomicLong();

    private Durable() {}

    /// Puts a text into a file, over what is there.
    ///
    /// @throws IOException when it cannot be written
    public static void write(Path file, String text) throws IOException {
        // two threads may write the same file at once, as two PCs of one run do
        String name = file.getFileName() + "." + WRITTEN.incrementAndGet();
        Path fresh = Leftovers.own(file.resolveSibling("."), name);
        try (FileChannel channel =
                FileChannel.open(
                        fresh,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        move(fresh, file);
    }

    /// Moves a file or folder within its file system, over what is there.
    ///
    /// @throws IOException when it cannot be moved
    public static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        Path folder = to.toAbsolutePath().resolveSibling(".");
        try (FileChannel channel = FileChannel.open(folder)) {
            channel.force(true);
        }
    }
}
