package org.tsurutus.lake.sql;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
/// @param spooled a copy of standard input, for a query that reads it more than once
record Inputs(
        List<LogSource> logs,
        List<Path> jsonLines,
        List<Path> json,
        List<Path> parquet,
        Optional<Path> spooled)
        implements AutoCloseable {
    private static final String STANDARD_INPUT = "-";
    private static final List<String> LOG = List.of(".log");
    private static final List<String> JSON_LINES = List.of(".jsonl", ".ndjson");
    private static final List<String> JSON = List.of(".json");
    private static final List<String> PARQUET = List.of(".parquet");
    private static final List<String> COMPRESSED = List.of(".gz", ".zst");

    /// Logs only.
    static Inputs of(List<LogSource> logs) {
        return new Inputs(logs, List.of(), List.of(), List.of(), Optional.empty());
    }

    /// The files that names stand for. A file is what its ending says; one with any other ending is
    /// a log, and so is standard input.
    ///
    /// @throws MarkIIException for a name that stands for nothing
    /// @throws LakeException when standard input cannot be kept
    static Inputs named(List<String> names) {
        List<LogSource> logs = new ArrayList<>();
        List<Path> jsonLines = new ArrayList<>();
        List<Path> json = new ArrayList<>();
        List<Path> parquet = new ArrayList<>();
        Optional<Path> spooled = Optional.empty();
        for (String name : names) {
            if (name.equals(STANDARD_INPUT)) {
                Path copy = spooled.orElseGet(() -> spool(System.in));
                spooled = Optional.of(copy);
                logs.add(new SpooledLog(copy));
                continue;
            }
            for (Path file : LogSources.files(name, endings())) {
                if (ends(file, PARQUET)) {
                    parquet.add(file);
                } else if (ends(file, withCompressed(JSON_LINES))) {
                    jsonLines.add(file);
                } else if (ends(file, withCompressed(JSON))) {
                    json.add(file);
                } else {
                    logs.add(new LogFile(file));
                }
            }
        }
        return new Inputs(logs, jsonLines, json, parquet, spooled);
    }

    /// Whether a file is one of the inputs.
    boolean has(Path file) {
        return Stream.of(logFiles(), jsonLines.stream(), json.stream(), parquet.stream())
                .flatMap(files -> files)
                .anyMatch(input -> isSame(input, file));
    }

    @Override
    public void close() {
        try {
            if (spooled.isPresent()) {
                Files.deleteIfExists(spooled.get());
            }
        } catch (IOException e) {
            throw new LakeException(
                    LakeException.Fault.ENVIRONMENT,
                    "cannot delete the copy of standard input, " + spooled.get() + ": " + e,
                    e);
        }
    }

    /// Standard input, by its name, from its copy.
    private record SpooledLog(Path copy) implements LogSource {
        @Override
        public String name() {
            return STANDARD_INPUT;
        }

        @Override
        public InputStream open() throws IOException {
            return new LogFile(copy).open();
        }
    }

    private static Path spool(InputStream in) {
        try {
            Path copy = Files.createTempFile("tsurutus-stdin", ".log");
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            return copy;
        } catch (IOException e) {
            throw new LakeException(
                    LakeException.Fault.ENVIRONMENT,
                    "cannot keep standard input in "
                            + System.getProperty("java.io.tmpdir")
                            + ": "
                            + e
                            + "; make room there or name a file",
                    e);
        }
    }

    private Stream<Path> logFiles() {
        return logs.stream().filter(LogFile.class::isInstance).map(log -> ((LogFile) log).path());
    }

    private static boolean isSame(Path input, Path file) {
        try {
            return Files.exists(file) && Files.isSameFile(input, file);
        } catch (IOException _) {
            return input.toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize());
        }
    }

    private static List<String> endings() {
        return Stream.of(
                        withCompressed(LOG),
                        withCompressed(JSON_LINES),
                        withCompressed(JSON),
                        PARQUET)
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> withCompressed(List<String> endings) {
        return endings.stream()
                .flatMap(ending ->
                        Stream.concat(Stream.of(ending), COMPRESSED.stream().map(ending::concat)))
                .toList();
    }

    private static boolean ends(Path file, List<String> endings) {
        return endings.stream().anyMatch(file.toString().toLowerCase(Locale.ROOT)::endsWith);
    }
}
