package org.tsurutus.disk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A program of the host that is run to its end, with bounds on its time and output.
///
/// @param words the program and its arguments
/// @param limit how long it may take
/// @param environment variables added to the host's
public record HostTool(List<String> words, Duration limit, Map<String, String> environment) {
    private static final int MOST_OUTPUT = 64 * 1024 * 1024;
    private static final int MOST_COMPLAINT = 4 * 1024;

    public HostTool {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    /// A program with a minute's time.
    public static HostTool of(String... words) {
        return new HostTool(List.of(words), Duration.ofMinutes(1), Map.of());
    }

    /// How it ended.
    ///
    /// @param code its exit code
    /// @param output its standard output
    /// @param complaint the start of its standard error
    public record Outcome(int code, String output, String complaint) {}

    /// Runs it and answers with its output.
    ///
    /// @throws DiskException when it cannot be started, takes too long, says too much, or ends with
    ///   another code than 0
    public String run() {
        Outcome outcome = attempt();
        if (outcome.code() != 0) {
            throw failure("ended with code " + outcome.code() + ": " + outcome.complaint());
        }
        return outcome.output();
    }

    /// Runs it, whatever code it ends with.
    ///
    /// @throws DiskException when it cannot be started, takes too long or says too much
    public Outcome attempt() {
        try {
            // Files instead of pipes: nothing has to be drained while the process is waited for.
            Path output = Files.createTempFile("tool", ".out");
            Path complaint = Files.createTempFile("tool", ".err");
            try {
                int code = await(output, complaint);
                if (Files.size(output) > MOST_OUTPUT) {
                    throw failure("said more than 64 MiB");
                }
                return new Outcome(
                        code,
                        new String(Files.readAllBytes(output), StandardCharsets.UTF_8),
                        head(complaint));
            } finally {
                Files.deleteIfExists(output);
                Files.deleteIfExists(complaint);
            }
        } catch (IOException e) {
            throw new DiskException(
                    "cannot run "
                            + words.getFirst()
                            + " ("
                            + e.getMessage()
                            + "); ./tsurutus setup installs what is missing",
                    e);
        }
    }

    private int await(Path output, Path complaint) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(words)
                        .redirectInput(Path.of("/dev/null").toFile())
                        .redirectOutput(output.toFile())
                        .redirectError(complaint.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failure("was not done after " + limit.toMillis() + " ms");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DiskException(words.getFirst() + " was interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static String head(Path complaint) throws IOException {
        byte[] bytes = Files.readAllBytes(complaint);
        int length = Math.min(bytes.length, MOST_COMPLAINT);
        return new String(bytes, 0, length, StandardCharsets.UTF_8).strip().replace("\n", "; ");
    }

    private DiskException failure(String what) {
        return new DiskException("`" + String.join(" ", words) + "` " + what);
    }
}
