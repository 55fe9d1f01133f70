package org.tsurutus.disk.iscsi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.mapper.Actions;

/// The kernel's configfs: making a folder makes an object, writing to its files sets it up, linking
/// joins two. Each change goes through [Actions].
record ConfigTree(Actions actions) {
    /// Work that may fail as files do.
    private interface Work {
        void run() throws IOException;
    }

    boolean exists(Path path, boolean supposed) {
        return actions.look(supposed, () -> Files.exists(path, LinkOption.NOFOLLOW_LINKS));
    }

    void make(Path folder) {
        if (!exists(folder, false)) {
            act("mkdir " + folder, () -> Files.createDirectories(folder));
        }
    }

    void write(Path file, String value) {
        act("write " + value + " to " + file, () -> put(file, value));
    }

    /// As [#write], but the value is said to nobody.
    void writeSecret(Path file, String value) {
        act("write (secret) to " + file, () -> put(file, value));
    }

    void link(Path link, Path target) {
        if (!exists(link, false)) {
            act("link " + link + " to " + target, () -> Files.createSymbolicLink(link, target));
        }
    }

    void remove(Path object) {
        if (exists(object, true)) {
            act("remove " + object, () -> Files.deleteIfExists(object));
        }
    }

    String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw failure("read " + file, e);
        }
    }

    /// What a folder holds; nothing when it is not there.
    List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (IOException e) {
            throw failure("list " + folder, e);
        }
    }

    /// What a folder holds, or in a rehearsal what it is supposed to.
    List<Path> children(Path folder, String supposed) {
        return actions.look(List.of(folder.resolve(supposed)), () -> children(folder));
    }

    /// The kernel takes each value in one write, in which a line's end would become part of a
    /// secret; and a file of configfs cannot be truncated.
    private static void put(Path file, String value) throws IOException {
        Files.writeString(file, value, StandardOpenOption.WRITE);
    }

    private void act(String what, Work work) {
        actions.perform(
                what,
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        throw failure(what, e);
                    }
                });
    }

    private static DiskException failure(String what, IOException cause) {
        return new DiskException(
                "cannot "
                        + what
                        + " ("
                        + cause.getMessage()
                        + "); LIO needs root, the modules target_core_iblock, target_core_file and"
                        + " iscsi_target_mod, and configfs at /sys/kernel/config",
                cause);
    }
}
