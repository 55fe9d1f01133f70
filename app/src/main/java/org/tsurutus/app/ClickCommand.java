package org.tsurutus.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tsurutus.farm.run.RunDirectory;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.Inspector;
import org.tsurutus.screen.Tesseract;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `click`: what CrazyClicker would do with a picture, or with those of a run.
@Command(
        name = "click",
        mixinStandardHelpOptions = true,
        description = {
            "Says as JSON what would be clicked in a screenshot.",
            "With --replay, decides again about every click of a run and says whether the same"
                    + " control would be worked; the exit code is 1 where one would not."
        },
        footer = {
            "",
            "Example: tsurutus click shot.png",
            "         tsurutus click --replay runs/20261122-210000-9f86d081"
        })
final class ClickCommand implements Callable<Integer> {
    @ArgGroup(multiplicity = "1")
    What what = new What();

    @Option(names = "--json", description = "with --replay: one JSON object for each click")
    boolean json;

    /// One of the two.
    static final class What {
        @Parameters(paramLabel = "IMAGE", description = "a PNG, JPEG or BMP file")
        Optional<Path> image = Optional.empty();

        @Option(names = "--replay", paramLabel = "RUN", description = "a run's directory")
        Optional<Path> run = Optional.empty();
    }

    @Override
    public Integer call() {
        try (Tesseract reader = Tesseract.open()) {
            Inspector inspector = new Inspector(reader);
            what.image.ifPresent(image ->
                    System.out.println(inspector.inspect(Frame.readPicture(image)).toJson()));
            return what.run.map(run -> replay(new ClickReplay(inspector), run)).orElse(0);
        }
    }

    private int replay(ClickReplay replay, Path run) {
        List<ClickReplay.Judged> all = replay.of(new RunDirectory(run));
        all.forEach(judged -> System.out.println(json ? judged.toJson() : judged.told()));
        return all.stream().allMatch(ClickReplay.Judged::same) ? 0 : 1;
    }
}
