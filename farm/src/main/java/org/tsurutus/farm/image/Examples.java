package org.tsurutus.farm.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.host.Command;
import org.tsurutus.farm.host.Home;
import org.tsurutus.farm.host.Progress;

/// The harmless specimens of our own, compiled once and kept under a hash of their sources.
public final class Examples {
    private Examples() {}

    /// The folder of compiled examples, built if need be.
    ///
    /// @param sources the checkout's `examples/`
    public static Path build(Home home, Path sources, Progress progress) {
        return BuildFolder.once(
                folder(home, sources),
                building -> {
                    try (Progress.Step _ = progress.begin("compiling the example specimens")) {
                        Command.of(
                                        "sh",
                                        sources.resolve("build.sh").toString(),
                                        building.toString())
                                .within(Duration.ofMinutes(5))
                                .run();
                    }
                });
    }

    /// Where the compiled examples are, or will be.
    public static Path folder(Home home, Path sources) {
        InputHash hash = new InputHash();
        sources(sources).forEach(hash::add);
        return home.images().resolve("examples-" + hash.name());
    }

    private static List<Path> sources(Path folder) {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw FarmException.environment("cannot read " + folder + ": " + e, e);
        }
    }
}
