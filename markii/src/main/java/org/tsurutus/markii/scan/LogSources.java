package org.tsurutus.markii.scan;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tsurutus.markii.MarkIIException;

/// What a person names on a command line, as logs: files, directories, globs and `-`.
public final class LogSources {
    private static final String STANDARD_INPUT = "-";
    private static final List<String> ENDINGS = List.of(".log", ".log.gz", ".log.zst");

    private LogSources() {}

    /// The logs that the names stand for, in their order.
    ///
    /// `-` is standard input; a directory stands for all files below it that end in `.log`,
    /// `.log.gz` or `.log.zst`, by name; a name with `*`, `?`, `[` or `{` that is no file is a
    /// glob, in which `**` crosses directories.
    ///
    /// @throws MarkIIException for a name that stands for nothing
    public static List<LogSource> of(List<String> names) {
        List<LogSource> sources = new ArrayList<>();
        for (String name : names) {
            if (name.equals(STANDARD_INPUT)) {
                sources.add(LogSource.of(STANDARD_INPUT, System.in));
            } else {
                files(name, ENDINGS).forEach(path -> sources.add(new LogFile(path)));
            }
        }
        return List.copyOf(sources);
    }

    /// The files that one name stands for, see [#of].
    ///
    /// @param endings what files of a directory must end in, in lower case
    /// @throws MarkIIException for a name that stands for nothing
    public static List<Path> files(String name, List<String> endings) {
        Path path = Path.of(name);
        if (Files.isDirectory(path)) {
            return found(name, path, file -> endings.stream().anyMatch(lowerCase(file)::endsWith));
        }
        if (Files.exists(path)) {
            return List.of(path);
        }
        if (!isGlob(name)) {
            throw new MarkIIException(
                    "there is no " + name + "; name a log, a directory or a glob");
        }
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + name);
        return found(name, plainBeginning(path), matcher);
    }

    private static List<Path> found(String name, Path start, PathMatcher matcher) {
        try (Stream<Path> walk = Files.walk(start)) {
            List<Path> files =
                    walk.filter(Files::isRegularFile)
                            .map(file -> start.toString().isEmpty() ? file.normalize() : file)
                            .filter(matcher::matches)
                            .sorted()
                            .toList();
            if (files.isEmpty()) {
                throw new MarkIIException("no log is found by " + name + "; check the name");
            }
            return files;
        } catch (IOException e) {
            throw new MarkIIException("cannot look through " + start + ": " + e, e);
        }
    }

    /// The directories of a glob that stand before its first wildcard.
    private static Path plainBeginning(Path glob) {
        Path start = glob.isAbsolute() ? glob.getRoot() : Path.of("");
        for (Path part : glob) {
            if (isGlob(part.toString())) {
                break;
            }
            start = start.resolve(part);
        }
        return start;
    }

    private static boolean isGlob(String name) {
        return name.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
    }

    private static String lowerCase(Path file) {
        return file.toString().toLowerCase(Locale.ROOT);
    }
}
