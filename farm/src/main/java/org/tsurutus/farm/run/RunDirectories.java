package org.tsurutus.farm.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.scenario.Scenario;
import org.tsurutus.farm.scenario.ScenarioPc;

/// A folder of runs.
public final class RunDirectories {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private RunDirectories() {}

    /// Makes a directory for a new run, named by time and specimen.
    ///
    /// @param scenario whose PCs get their folders
    public static RunDirectory create(Path runs, String sha256, Scenario scenario) {
        byte[] random = new byte[2];
        RandomGenerator.getDefault().nextBytes(random);
        String id =
                TIME.format(Instant.now())
                        + "-"
                        + sha256.substring(0, 8)
                        + "-"
                        + HexFormat.of().formatHex(random);
        Path path = runs.resolve(id).toAbsolutePath().normalize();
        RunDirectory directory = new RunDirectory(path);
        try {
            Files.createDirectories(runs);
            Files.createDirectory(path);
            Files.createDirectory(directory.files());
            for (ScenarioPc pc : scenario.pcs()) {
                PcFolder kept = directory.of(pc.name(), scenario);
                for (Path folder : List.of(kept.screens(), kept.raw().path(), kept.disk())) {
                    Files.createDirectories(folder);
                }
            }
        } catch (IOException e) {
            throw FarmException.environment(
                    "cannot make the run's directory " + path + ": " + e, e);
        }
        return directory;
    }

    /// All runs of a folder, oldest first.
    public static List<RunDirectory> list(Path runs) {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(runs)) {
            return children.filter(path -> Files.exists(path.resolve("run.json")))
                    .sorted(Comparator.comparing(path -> String.valueOf(path.getFileName())))
                    .map(RunDirectory::new)
                    .toList();
        } catch (IOException e) {
            throw FarmException.environment("cannot list " + runs + ": " + e, e);
        }
    }
}
