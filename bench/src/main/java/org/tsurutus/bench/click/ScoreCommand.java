package org.tsurutus.bench.click;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import org.tsurutus.bench.BenchException;
import org.tsurutus.bench.click.draw.FrameShelf;
import org.tsurutus.bench.click.score.Clicker;
import org.tsurutus.bench.click.score.Failures;
import org.tsurutus.bench.click.score.Goals;
import org.tsurutus.bench.click.score.Judgement;
import org.tsurutus.bench.click.score.Recogniser;
import org.tsurutus.bench.click.score.Report;
import org.tsurutus.bench.click.score.Tally;
import org.tsurutus.bench.click.score.WordClicker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `score`: what CrazyClicker, and a clicker by words from inside the PC, do on frames.
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description = "Measures what is seen and pressed on frames, against the goals.",
        footer = {
            "",
            "Examples: bench/clicks score                         400 frames of the test split",
            "          bench/clicks score --failures /tmp/why DIR frames of a folder",
            "Exit codes: 0 every goal met, 1 not every goal met."
        })
final class ScoreCommand implements Callable<Integer> {
    private static final int NOT_ALL_MET = 1;

    @Parameters(paramLabel = "DIR", arity = "0..1", description = "frames that are there")
    Optional<Path> folder = Optional.empty();

    @Mixin FrameOptions options = new FrameOptions();

    @Option(
            names = "--failures",
            paramLabel = "DIR",
            description = "takes frames that went wrong, with boxes drawn, and failures.txt")
    Optional<Path> failures = Optional.empty();

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "takes the numbers, one clicker a line")
    Optional<Path> json = Optional.empty();

    @Override
    public Integer call() {
        List<Picture> pictures = pictures();
        Report report;
        try (Recogniser recogniser = new Recogniser()) {
            Map<Picture, Judgement> judged = judged(recogniser, pictures);
            failures.ifPresent(target -> new Failures(target).write(judged));
            report = report("CrazyClicker", judged);
        }
        Report baseline = report("by words, from inside", judged(new WordClicker(), pictures));
        System.out.println(report.toMarkdown());
        System.out.println(baseline.toMarkdown());
        json.ifPresent(file -> write(file, List.of(report.toJson(), baseline.toJson())));
        List<String> missed = Goals.missed(report);
        missed.forEach(goal -> System.out.println("not met: " + goal));
        return missed.isEmpty() ? 0 : NOT_ALL_MET;
    }

    private List<Picture> pictures() {
        return folder.map(Picture::in)
                .orElseGet(() ->
                        new FrameShelf(options.surroundings())
                                .frames(
                                        options.split,
                                        options.from,
                                        options.count,
                                        options.progress("drawn", options.count, System.err)));
    }

    private Map<Picture, Judgement> judged(Clicker clicker, List<Picture> pictures) {
        IntConsumer progress = options.progress("judged", pictures.size(), System.err);
        Map<Picture, Judgement> judged = new LinkedHashMap<>();
        for (Picture picture : pictures) {
            judged.put(picture, Judgement.of(picture.truth(), clicker.look(picture)));
            progress.accept(judged.size());
        }
        return judged;
    }

    private static Report report(String name, Map<Picture, Judgement> judged) {
        return new Report(name, new Tally(List.copyOf(judged.values())));
    }

    private static void write(Path file, List<String> lines) {
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new BenchException("cannot write " + file + " (" + e + "); name another", e);
        }
    }
}
