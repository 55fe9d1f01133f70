package org.tsurutus.farm.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tsurutus.farm.FarmException;
import org.tsurutus.markii.Line;
import org.tsurutus.markii.MarkIIReader;

/// A run whose controller died: it is closed as failed, with what its log already holds.
public final class DeadRun {
    private DeadRun() {}

    /// Marks the run failed, unless it had come to its end.
    ///
    /// @return what to add to a message about it
    public static String close(RunDirectory directory) {
        if (!Files.exists(directory.manifestFile())) {
            return "; its run's directory is gone";
        }
        RunManifest manifest = directory.manifest();
        if (manifest.state().isFinal()) {
            return "; its run " + manifest.run() + " had ended";
        }
        Path log = directory.log(manifest.specimen().sha256());
        if (manifest.pcs().size() > 1 && !Files.exists(log)) {
            JoinedLog.join(directory.all(manifest).stream().map(PcFolder::part).toList(), log);
        }
        Map<String, Long> records = count(log);
        RunManifest.Counts counts =
                new RunManifest.Counts(
                        records,
                        0,
                        0,
                        0,
                        1,
                        0,
                        0,
                        lines(directory.clicks()),
                        files(directory.files()));
        RunManifest.End end =
                new RunManifest.End(
                        RunBook.FAILED,
                        "the controller died; what was recorded until then is kept",
                        Optional.empty());
        directory.save(
                new RunManifest(
                        manifest.format(),
                        manifest.run(),
                        RunManifest.State.FAILED,
                        manifest.specimen(),
                        manifest.start(),
                        manifest.pcs(),
                        manifest.times(),
                        Optional.of(end),
                        manifest.stages(),
                        counts,
                        new RunManifest.Gaps(Map.of("controllers that died", 1L)),
                        manifest.scenario(),
                        manifest.containment(),
                        manifest.timers(),
                        manifest.tools()));
        return "; run "
                + manifest.run()
                + " is marked failed and keeps its "
                + counts.total()
                + " records";
    }

    private static Map<String, Long> count(Path log) {
        Map<String, Long> records = new TreeMap<>();
        if (!Files.exists(log)) {
            return records;
        }
        try (MarkIIReader reader = MarkIIReader.open(log)) {
            reader.forEachRemaining(line -> {
                if (line instanceof Line.Entry entry) {
                    records.merge(entry.record().kind(), 1L, Long::sum);
                }
            });
        }
        return records;
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.exists(file) ? Files.lines(file) : Stream.empty()) {
            return lines.count();
        } catch (IOException e) {
            throw FarmException.environment("cannot read " + file + ": " + e, e);
        }
    }

    private static long files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        } catch (IOException e) {
            throw FarmException.environment("cannot list " + folder + ": " + e, e);
        }
    }
}
