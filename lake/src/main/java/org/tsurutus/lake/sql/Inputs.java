package org.tsurutus.lake.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tsurutus.lake.LakeException;
import org.tsurutus.markii.MarkIIException;
import org.tsurutus.markii.scan.LogFile;
import org.tsurutus.markii.scan.LogSource;
import org.tsurutus.markii.scan.LogSources;

/// What a query reads, sorted by what it is.
///
/// @param logs Mark II logs
/// @param jsonLines files of one JSON object a line
/// @param json files of JSON in any lay-out
/// @param parquet Parquet files
record Inputs(List<LogSource> logs, List<Path> jsonLines, List<Path> json, List<Path> parquet)
        implements AutoCloseable {
    private static final String STANDARD_INPUT = "-";
    private static final List<String> PARQUET = List.of(".parquet");
    private static final List<String> JSON_LINES = alsoCompressed(".jsonl", ".ndjson");
    private static final List<String> JSON = alsoCompressed(".json");
    private static final List<String> FOREIGN =
            Stream.of(JSON_LINES, JSON, PARQUET).flatMap(List::stream).toList();
    private static final List<String> ALL =
            Stream.concat(alsoCompressed(".log").stream(), FOREIGN.stream()).toList();

    /// Logs only.
    static Inputs of(List<LogSource> logs) {
        return new Inputs(logs, List.of(), List.of(), List.of());
    }

    /// The files that names stand for. A file is what its ending says; one with any other ending is
    /// a log, and so is standard input.
    ///
    /// @throws MarkIIException for a name that stands for nothing
    /// @throws LakeException when standard input cannot be kept
    static Inputs named(List<String> names) {
        List<LogSource> logs = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        for (String name : names.stream().distinct().toList()) {
            if (name.equals(STANDARD_INPUT)) {
                logs.add(SpooledLog.of(name, System.in));
            } else {
                files.addAll(LogSources.files(name, ALL));
            }
        }
        files.stream().filter(file -> !ends(file, FOREIGN)).map(LogFile::new).forEach(logs::add);
        return new Inputs(
                List.copyOf(logs),
                ending(files, JSON_LINES),
                ending(files, JSON),
                ending(files, PARQUET));
    }

    /// Whether a file is one of the inputs.
    boolean has(Path file) {
        Stream<Path> logFiles =
                logs.stream()
                        .flatMap(log ->
                                log instanceof LogFile it ? Stream.of(it.path()) : Stream.empty());
        return Stream.of(logFiles, jsonLines.stream(), json.stream(), parquet.stream())
                .flatMap(files -> files)
                .anyMatch(input -> isSame(input, file));
    }

    @Override
    public void close() {
        for (LogSource log : logs) {
            if (log instanceof SpooledLog copy) {
                copy.close();
            }
        }
    }

    private static boolean isSame(Path input, Path file) {
        try {
            return Files.exists(file) && Files.isSameFile(input, file);
        } catch (IOException _) {
            return input.toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize());
        }
    }

    private static List<Path> ending(List<Path> files, List<String> endings) {
        return files.stream().filter(file -> ends(file, endings)).toList();
    }

    private static boolean ends(Path file, List<String> endings) {
        return endings.stream().anyMatch(file.toString().toLowerCase(Locale.ROOT)::endsWith);
    }

    private static List<String> alsoCompressed(String... endings) {
        return Stream.of(endings)
                .flatMap(ending -> Stream.of(ending, ending + ".gz", ending + ".zst"))
                .toList();
    }
}
