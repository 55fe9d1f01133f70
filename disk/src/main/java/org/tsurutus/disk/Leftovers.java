package org.tsurutus.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a controller is at carries the number of its process in its name, so that what a dead one
/// left is known.
public final class Leftovers {
    private static final Pattern UNFINISHED = Pattern.compile("\\..+\\.(\\d{1,18})");

    private Leftovers() {}

    /// A name for something unfinished that may come to be called `name`.
    public static Path own(Path folder, String name) {
        return folder.resolve("." + name + "." + ProcessHandle.current().pid());
    }

    /// Deletes a file or a folder with all that is in it, if it is there.
    ///
    /// @throws DiskException when it cannot be deleted
    public static void delete(Path path) {
        try (Stream<Path> inside = Files.walk(path)) {
            for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (NoSuchFileException _) {
            // it is gone already
        } catch (IOException e) {
            throw new DiskException("cannot delete " + path + ": " + e, e);
        }
    }

    /// Deletes what dead processes left unfinished in a folder.
    ///
    /// @return one line for each thing
    public static List<String> sweep(Path folder) {
        return sweep(folder, UNFINISHED);
    }

    /// Deletes what dead processes left in a folder.
    ///
    /// @param names whose first group is the number of the process
    /// @return one line for each thing
    public static List<String> sweep(Path folder, Pattern names) {
        List<String> removed = new ArrayList<>();
        for (Path left : ofDead(folder, names)) {
            delete(left);
            removed.add("the unfinished " + left);
        }
        return removed;
    }

    /// What dead processes left in a folder.
    ///
    /// @param names whose first group is the number of the process
    public static List<Path> ofDead(Path folder, Pattern names) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> isOfDead(file, names)).toList();
        } catch (IOException e) {
            throw new DiskException("cannot look for leftovers in " + folder + ": " + e, e);
        }
    }

    private static boolean isOfDead(Path file, Pattern names) {
        Matcher name = names.matcher(String.valueOf(file.getFileName()));
        return name.matches() && !isAlive(Long.parseLong(name.group(1)));
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }
}
