package org.tsurutus.farm.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.tsurutus.farm.FarmException;

/// Makes a folder that is either complete or absent, once, whoever else wants it at the same time.
public final class BuildFolder {
    /// A file's lock belongs to the whole process; within it, threads take turns here.
    private static final Map<Path, Lock> TURNS = new ConcurrentHashMap<>();

    private BuildFolder() {}

    /// Answers `folder`, made by `work` if it does not exist. A build that failed or was killed
    /// leaves only a folder named `.building-…`, which the next build removes.
    public static Path once(Path folder, Consumer<Path> work) {
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Path parent = folder.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException("a build folder needs a parent: " + folder);
        }
        Lock turn = TURNS.computeIfAbsent(folder.toAbsolutePath(), _ -> new ReentrantLock());
        turn.lock();
        try {
            Files.createDirectories(parent);
            Path lock = parent.resolve(".lock-" + folder.getFileName());
            try (FileChannel channel =
                            FileChannel.open(
                                    lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                if (Files.isDirectory(folder) || !held.isValid()) {
                    return folder;
                }
                Path building = parent.resolve(".building-" + folder.getFileName());
                delete(building);
                Files.createDirectories(building);
                work.accept(building);
                Files.move(building, folder, StandardCopyOption.ATOMIC_MOVE);
                return folder;
            }
        } catch (IOException e) {
            throw FarmException.environment("cannot build " + folder + ": " + e, e);
        } finally {
            turn.unlock();
        }
    }

    /// Deletes a tree without following links.
    public static void delete(Path tree) {
        if (!Files.exists(tree, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.walkFileTree(
                    tree,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                                throws IOException {
                            Files.delete(file);
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult postVisitDirectory(
                                Path folder, @org.jspecify.annotations.Nullable IOException failure)
                                throws IOException {
                            if (failure != null) {
                                throw failure;
                            }
                            Files.delete(folder);
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + tree, e);
        }
    }
}
