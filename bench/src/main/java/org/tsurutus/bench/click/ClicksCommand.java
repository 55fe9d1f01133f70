package org.tsurutus.bench.click;

import java.io.UncheckedIOException;
import org.tsurutus.bench.BenchException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The entry point of `bench/clicks`.
@Command(
        name = "bench/clicks",
        mixinStandardHelpOptions = true,
        description = "Makes frames of dialogs and measures what a clicker does on them.",
        subcommands = {
            MakeFramesCommand.class,
            ScoreCommand.class,
            LatencyCommand.class,
            WatchCommand.class
        },
        footer = {
            "",
            "Example: bench/clicks score --count 1000",
            "Exit codes: 0 every goal met, 1 not every goal met, 2 usage, 4 the host lacks something."
        })
public final class ClicksCommand {
    private static final int ENVIRONMENT = 4;

    /// Runs one command and ends with its exit code.
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new ClicksCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, _, _) -> say(failure));
    }

    private static int say(Exception failure) throws Exception {
        if (failure instanceof BenchException || failure instanceof UncheckedIOException) {
            System.err.println("clicks: " + failure.getMessage());
            return ENVIRONMENT;
        }
        throw failure;
    }
}
