package org.tsurutus.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `make`: writes a made log.
@Command(
        name = "make",
        mixinStandardHelpOptions = true,
        description = "Writes a made Mark II log.",
        footer = {"", "Example: bench/run make --size 64m --damaged 20 /tmp/made.log"})
final class MakeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "the log to write")
    Path file = Path.of("");

    @Option(
            names = "--size",
            converter = ByteSize.class,
            description = "its size: 16m, 4g (default: 1g)")
    long size = 1L << 30;

    @Option(names = "--seed", description = "what the log follows from (default: ${DEFAULT-VALUE})")
    long seed = Main.SEED;

    @Option(
            names = "--damaged",
            paramLabel = "COUNT",
            description = "how many lines of a million are no records (default: 0)")
    int damaged;

    @Override
    public Integer call() {
        try (OutputStream out = Files.newOutputStream(file)) {
            long start = System.nanoTime();
            long bytes = LogMaker.seeded(seed).damaging(damaged).write(out, size);
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf("%s: %d bytes in %.2f s%n", file, bytes, seconds);
            return 0;
        } catch (IOException e) {
            throw new BenchException("cannot write " + file + ": " + e + "; check its folder", e);
        }
    }
}
