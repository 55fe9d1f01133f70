package org.tsurutus.bench.click;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tsurutus.bench.BenchException;
import org.tsurutus.bench.click.draw.FrameMaker;
import org.tsurutus.bench.click.draw.MadeFrame;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `make`: writes frames and their truth into a folder.
@Command(
        name = "make",
        mixinStandardHelpOptions = true,
        description = "Writes frames and the truth about them.",
        footer = {"", "Example: bench/clicks make --split tuning --count 200 /tmp/tuning"})
final class MakeFramesCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "takes <id>.png and <id>.json")
    Path folder = Path.of("");

    @Option(names = "--split", description = "tuning or test (default: ${DEFAULT-VALUE})")
    Split split = Split.TUNING;

    @Option(names = "--from", description = "the first index (default: 0)")
    long from;

    @Option(names = "--count", description = "how many (default: ${DEFAULT-VALUE})")
    int count = 200;

    @Override
    public Integer call() {
        try (FrameMaker maker =
                new FrameMaker(Path.of("/tmp/clickcache"), URI.create("https://registry.npmjs.org/"))) {
            Files.createDirectories(folder);
            long start = System.nanoTime();
            for (int done = 0; done < count; done++) {
                MadeFrame frame = maker.make(split, from + done);
                Files.write(folder.resolve(frame.truth().id() + ".png"), frame.png());
                Files.writeString(
                        folder.resolve(frame.truth().id() + ".json"), frame.truth().toJson() + "\n");
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf("%d frames in %.1f s%n", count, seconds);
            return 0;
        } catch (IOException e) {
            throw new BenchException("cannot write in " + folder + ": " + e, e);
        }
    }
}
