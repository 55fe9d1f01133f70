package org.tsurutus.bench.disk;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tsurutus.bench.BenchException;
import org.tsurutus.bench.ByteSize;
import org.tsurutus.bench.suite.HostFacts;
import org.tsurutus.bench.suite.Scratch;
import org.tsurutus.disk.DiskException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The entry point of `bench/disks`.
@Command(
        name = "bench/disks",
        mixinStandardHelpOptions = true,
        description =
                "Measures rollback against a full copy, and how costs grow with what is written, with the image and with PCs. Prints Markdown.",
        footer = {"", "Example: bench/disks --size 1g --folder /var/tmp"})
public final class DisksCommand implements Callable<Integer> {
    private static final int ENVIRONMENT = 4;

    @Option(
            names = "--size",
            converter = ByteSize.class,
            description = "the image that is copied: 1g (default: 4g); twice that must be free")
    long size = 4L << 30;

    @Option(names = "--rounds", description = "how often each is timed (default: ${DEFAULT-VALUE})")
    int rounds = 5;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description =
                    "keeps images meanwhile; its path must be short (default: ${DEFAULT-VALUE})")
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));

    /// Runs and ends with its exit code.
    public static void main(String[] arguments) {
        System.exit(
                new CommandLine(new DisksCommand())
                        .setExecutionExceptionHandler((failure, _, _) -> say(failure))
                        .execute(arguments));
    }

    private static int say(Exception failure) throws Exception {
        if (failure instanceof BenchException || failure instanceof DiskException) {
            System.err.println("disks: " + failure.getMessage());
            return ENVIRONMENT;
        }
        throw failure;
    }

    @Override
    public Integer call() {
        HostFacts.lines().forEach(System.out::println);
        try (Scratch scratch = Scratch.in(folder)) {
            DiskNumbers numbers = new DiskNumbers(scratch.path(), size, rounds);
            System.out.println();
            numbers.rows().forEach(System.out::println);
        }
        return 0;
    }
}
