package org.tsurutus.bench.suite;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tsurutus.bench.BenchException;

/// Runs commands and takes their time. Their output goes to a file: grep stops at the first match
/// when it sees that nobody reads.
final class Stopwatch {
    private static final int LOOK_MILLIS = 100;
    private static final int LONGEST_COMPLAINT = 90;
    private static final int BEGINNING_OF_ERRORS = 4_096;
    private static final String PEAK = "VmHWM:";

    private final Path output;
    private final Path errors;

    /// @param folder takes what commands print
    Stopwatch(Path folder) {
        output = folder.resolve("output");
        errors = folder.resolve("errors");
    }

    /// @throws BenchException when this thread is told to stop, or the folder cannot be written
    Outcome time(Command command) {
        ProcessBuilder builder =
                new ProcessBuilder(command.words())
                        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                        .redirectOutput(output.toFile())
                        .redirectError(errors.toFile());
        builder.environment().putAll(command.environment());
        try {
            long start = System.nanoTime();
            Process process = builder.start();
            long peak = 0;
            try {
                while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    peak = Math.max(peak, peakBytes(process.pid()));
                }
            } finally {
                process.destroyForcibly();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Outcome(process.exitValue(), seconds, peak, complaint());
        } catch (IOException e) {
            return new Outcome(-1, 0, 0, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("stopped while " + command.name() + " ran", e);
        }
    }

    /// Runs the commands in turns, `rounds` times each after one round that is not counted. One
    /// that fails is not run again.
    ///
    /// @return the outcomes of each command, in its place; of a failed one only the failure
    List<Series> alternate(List<Command> commands, int rounds) {
        List<List<Outcome>> outcomes = new ArrayList<>();
        for (Command command : commands) {
            outcomes.add(new ArrayList<>(List.of(time(command))));
        }
        for (int round = 0; round < rounds; round++) {
            for (int place = 0; place < commands.size(); place++) {
                if (!outcomes.get(place).getLast().isFailure()) {
                    outcomes.get(place).add(time(commands.get(place)));
                }
            }
        }
        return outcomes.stream().map(Series::withoutFirst).toList();
    }

    private static long peakBytes(long process) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process), "status")).stream()
                    .filter(line -> line.startsWith(PEAK))
                    .mapToLong(line -> kibibytes(line) << 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException _) {
            return 0; // it has just ended
        }
    }

    private static long kibibytes(String line) {
        return Long.parseLong(line.replaceAll("[^0-9]", ""));
    }

    private String complaint() throws IOException {
        try (InputStream in = Files.newInputStream(errors)) {
            String beginning =
                    new String(in.readNBytes(BEGINNING_OF_ERRORS), StandardCharsets.UTF_8);
            String first =
                    beginning
                            .lines()
                            .filter(line -> !line.isBlank())
                            .findFirst()
                            .orElse("")
                            .strip();
            return first.length() <= LONGEST_COMPLAINT
                    ? first
                    : first.substring(0, LONGEST_COMPLAINT) + "…";
        }
    }
}
