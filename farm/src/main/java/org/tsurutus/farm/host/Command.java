package org.tsurutus.farm.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.tsurutus.farm.FarmException;

/// One program of the host, run to its end with a time limit. Its output is kept for the error
/// message.
public final class Command {
    private static final int SHOWN = 2000;

    private final List<String> words;
    private String name;
    private Duration limit = Duration.ofMinutes(2);
    private Map<String, String> environment = Map.of();

    private Command(List<String> words) {
        this.words = List.copyOf(words);
        this.name = String.join(" ", words);
    }

    /// A command by its words, the first of which is the program.
    public static Command of(String... words) {
        return new Command(List.of(words));
    }

    /// A command by its words, the first of which is the program.
    public static Command of(List<String> words) {
        return new Command(words);
    }

    /// Names the command in messages, where its words would say too much.
    public Command called(String name) {
        this.name = name;
        return this;
    }

    /// Ends the program after this time; two minutes unless told.
    public Command within(Duration limit) {
        this.limit = limit;
        return this;
    }

    /// Adds variables to the program's environment.
    public Command with(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
        return this;
    }

    /// Runs it and answers with its standard output.
    ///
    /// @throws FarmException when it cannot be started, ends with another code than 0, or takes too
    ///   long
    public String run() {
        Result result = attempt();
        if (result.code() != 0) {
            throw FarmException.environment(
                    "`" + name + "` ended with code " + result.code() + ": " + result.errors());
        }
        return result.output();
    }

    /// Runs it and answers with what it said, whatever its exit code.
    ///
    /// @throws FarmException when it cannot be started or takes too long
    public Result attempt() {
        try {
            Path output = Files.createTempFile("tsurutus", ".out");
            Path errors = Files.createTempFile("tsurutus", ".err");
            try {
                return finish(output, errors);
            } finally {
                Files.deleteIfExists(output);
                Files.deleteIfExists(errors);
            }
        } catch (IOException e) {
            throw FarmException.environment(
                    "cannot run "
                            + words.getFirst()
                            + " ("
                            + e.getMessage()
                            + "); ./tsurutus setup installs what is missing",
                    e);
        }
    }

    private Result finish(Path output, Path errors) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(new ArrayList<>(words))
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .redirectOutput(output.toFile())
                        .redirectError(errors.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                end(process);
                throw FarmException.environment(
                        "`"
                                + name
                                + "` did not end within "
                                + limit.toSeconds()
                                + " s: "
                                + tail(errors));
            }
        } catch (InterruptedException e) {
            end(process);
            Thread.currentThread().interrupt();
            throw FarmException.environment("interrupted while waiting for " + words.getFirst(), e);
        }
        return new Result(
                process.exitValue(),
                Files.readString(output, StandardCharsets.ISO_8859_1),
                tail(errors));
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static String tail(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
        return text.length() <= SHOWN ? text : "…" + text.substring(text.length() - SHOWN);
    }

    /// What a program left behind.
    ///
    /// @param code its exit code
    /// @param output its standard output
    /// @param errors the end of its standard error
    public record Result(int code, String output, String errors) {}
}
