package org.tsurutus.bench;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tsurutus.bench.suite.Contest;
import org.tsurutus.bench.suite.Ground;
import org.tsurutus.bench.suite.LogShelf;
import org.tsurutus.bench.suite.Scratch;
import org.tsurutus.bench.suite.Suite;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The entry point of `bench/run`.
@Command(
        name = "bench/run",
        mixinStandardHelpOptions = true,
        description = "Measures tsurutus against its goals.",
        subcommands = MakeCommand.class,
        footer = {
            "",
            "Examples: bench/run                    all but what takes very long",
            "          bench/run stats version",
            "          bench/run --big              a 4 GiB log in a heap of 256 MiB, too",
            "Exit codes: 0 every goal met, 1 not every goal met, 2 usage, 4 the host lacks something."
        })
public final class Main implements Callable<Integer> {
    /// The seed of logs whose seed does not matter.
    static final long SEED = 7;

    private static final int NOT_ALL_MET = 1;
    private static final int ENVIRONMENT = 4;

    @Spec CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description = "what to measure: version, stats, convert, sql, jmh, heap")
    List<String> names = new ArrayList<>();

    @Option(names = "--big", description = "also measures what takes very long: heap")
    boolean big;

    @Option(
            names = "--rounds",
            paramLabel = "COUNT",
            description = "how often each command is timed (default: ${DEFAULT-VALUE})")
    int rounds = 5;

    @Option(
            names = "--size",
            converter = ByteSize.class,
            description = "the size of the log: 16m, 1g (default: 1g, which the goals are for)")
    long size = 1L << 30;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "keeps made logs (default: tsurutus-bench in the temporary folder)")
    Path folder = Path.of(System.getProperty("java.io.tmpdir"), "tsurutus-bench");

    /// Runs one command and ends with its exit code.
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /// The command line, with the one handler for what goes wrong.
    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler((failure, _, _) -> say(failure));
    }

    @Override
    public Integer call() {
        if (rounds < 1) {
            throw new ParameterException(spec.commandLine(), "--rounds must be 1 or more");
        }
        List<Contest> contests = contests();
        Path root = Path.of(System.getProperty("tsurutus.root", ".")).toAbsolutePath();
        try (Scratch scratch = Scratch.in(folder)) {
            LogShelf logs = new LogShelf(folder, SEED);
            Ground ground = new Ground(root, logs, scratch.path(), size, rounds);
            return new Suite(ground, System.out, System.err).run(contests) ? 0 : NOT_ALL_MET;
        }
    }

    private List<Contest> contests() {
        List<String> known = Contest.all().stream().map(Contest::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "nothing to measure is called '" + name + "'; there are " + known);
            }
        }
        return Contest.all().stream().filter(this::isWished).toList();
    }

    private boolean isWished(Contest contest) {
        boolean wishedBySize = big && contest.isBig();
        return wishedBySize
                || (names.isEmpty() ? !contest.isBig() : names.contains(contest.name()));
    }

    private static int say(Exception failure) throws Exception {
        if (failure instanceof BenchException || failure instanceof UncheckedIOException) {
            System.err.println("bench: " + failure.getMessage());
            return ENVIRONMENT;
        }
        throw failure;
    }
}
