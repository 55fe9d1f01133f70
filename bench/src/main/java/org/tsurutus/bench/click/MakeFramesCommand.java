package org.tsurutus.bench.click;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tsurutus.bench.BenchException;
import org.tsurutus.bench.click.draw.FrameMaker;
import org.tsurutus.bench.click.draw.FrameShelf;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin FrameOptions options = new FrameOptions();

    @Override
    public Integer call() {
        long start = System.nanoTime();
        try (FrameMaker maker = new FrameMaker(options.surroundings())) {
            Files.createDirectories(folder);
            FrameShelf.write(
                    maker,
                    folder,
                    options.split,
                    options.from,
                    options.count,
                    options.progress("drawn", options.count, System.err));
        } catch (IOException e) {
            throw new BenchException("cannot write in " + folder + " (" + e + "); free it", e);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%d frames in %.1f s: %s%n", options.count, seconds, folder);
        return 0;
    }
}
