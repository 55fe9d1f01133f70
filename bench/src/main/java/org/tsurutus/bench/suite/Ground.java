package org.tsurutus.bench.suite;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What contests need to know of where they run.
///
/// @param root the clone that is measured
/// @param logs the folder that keeps made logs
/// @param scratch a folder for what commands write, emptied afterwards
/// @param logBytes the size of the log that most contests read
/// @param rounds how often each command is timed
public record Ground(Path root, LogShelf logs, Path scratch, long logBytes, int rounds) {
    /// The log that most contests read.
    Path log() {
        return logs.log(logBytes);
    }

    /// The launcher with arguments.
    Command tsurutus(String... arguments) {
        return tsurutus(Map.of(), arguments);
    }

    Command tsurutus(Map<String, String> environment, String... arguments) {
        List<String> words =
                Stream.concat(Stream.of(root.resolve("tsurutus").toString()), Stream.of(arguments))
                        .toList();
        return new Command("tsurutus " + arguments[0], words, environment);
    }

    Stopwatch stopwatch() {
        return new Stopwatch(scratch);
    }
}
