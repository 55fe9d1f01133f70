package org.tsurutus.farm.examples;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tsurutus.farm.run.RunDirectory;
import org.tsurutus.farm.run.RunManifest;
import org.tsurutus.markii.Line;
import org.tsurutus.markii.MarkIIReader;
import org.tsurutus.markii.MarkIIRecord;

/// Prints how well finished runs of the catalogue show its acts; see `bench/recall`.
public final class Recall {
    private Recall() {}

    /// @param arguments the checkout and then the directories of runs
    public static void main(String[] arguments) {
        Catalogue catalogue =
                Catalogue.read(Path.of(arguments[0]).resolve("examples").resolve("acts"));
        SortedMap<String, Score> scores = new TreeMap<>();
        for (String run : List.of(arguments).subList(1, arguments.length)) {
            RunDirectory directory = new RunDirectory(Path.of(run));
            scores.merge(heading(directory.manifest()), of(directory, catalogue), Score::plus);
        }
        scores.forEach(Recall::print);
    }

    private static String heading(RunManifest manifest) {
        return manifest.specimen().name() + " on " + manifest.pcs().getFirst().machine();
    }

    /// The score of one finished run.
    public static Score of(RunDirectory run, Catalogue catalogue) {
        RunManifest manifest = run.manifest();
        String profile = manifest.pcs().getFirst().machine();
        return Scorer.score(
                catalogue.of(manifest.specimen().name(), profile),
                log(run.log(manifest.specimen().sha256())));
    }

    private static List<MarkIIRecord> log(Path file) {
        try (MarkIIReader reader = MarkIIReader.open(file)) {
            return reader.lines().map(line -> ((Line.Entry) line).record()).toList();
        }
    }

    /// A table, and below it what is missing and what should not be there.
    private static void print(String heading, Score score) {
        System.out.println("## " + heading + "\n\n" + RecallTable.of(score));
        System.out.println(score.wineOwn() + " records are marked as Wine's own.\n");
        print("Missing", score.missing());
        print("Undeclared", score.extra());
    }

    private static void print(String title, List<String> lines) {
        System.out.println("### " + title + "\n");
        lines.forEach(line -> System.out.println("- `" + line + "`"));
        System.out.println();
    }
}
