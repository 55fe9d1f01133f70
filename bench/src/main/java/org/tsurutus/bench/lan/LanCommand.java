package org.tsurutus.bench.lan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tsurutus.bench.BenchException;
import org.tsurutus.bench.ByteSize;
import org.tsurutus.bench.suite.HostFacts;
import org.tsurutus.bench.suite.Scratch;
import org.tsurutus.network.NetworkException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The entry point of `bench/lan`.
@Command(
        name = "bench/lan",
        mixinStandardHelpOptions = true,
        description =
                "Measures the switch between two local sockets against one socket without it. Prints Markdown.",
        footer = {"", "Example: bench/lan --rounds 9"})
public final class LanCommand implements Callable<Integer> {
    private static final int ENVIRONMENT = 4;

    @Option(
            names = "--size",
            converter = ByteSize.class,
            description = "how much goes over at once: 64m (default: 256m)")
    long size = 256L << 20;

    @Option(names = "--rounds", description = "how often each is timed (default: ${DEFAULT-VALUE})")
    int rounds = 5;

    @Option(names = "--capture", description = "writes every frame into a file, too")
    boolean isCaptured;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description =
                    "keeps sockets and the capture; its path must be short (default: ${DEFAULT-VALUE})")
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));

    /// Runs and ends with its exit code.
    public static void main(String[] arguments) {
        System.exit(
                new CommandLine(new LanCommand())
                        .setExecutionExceptionHandler((failure, _, _) -> say(failure))
                        .execute(arguments));
    }

    private static int say(Exception failure) throws Exception {
        if (failure instanceof BenchException
                || failure instanceof NetworkException
                || failure instanceof UncheckedIOException
                || failure instanceof IOException) {
            System.err.println("lan: " + failure.getMessage());
            return ENVIRONMENT;
        }
        throw failure;
    }

    @Override
    public Integer call() throws Exception {
        HostFacts.lines().forEach(System.out::println);
        try (Scratch scratch = Scratch.in(folder)) {
            System.out.println();
            new LanNumbers(scratch.path(), size, rounds, isCaptured)
                    .rows()
                    .forEach(System.out::println);
        }
        return 0;
    }
}
