package org.tsurutus.bench.click;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tsurutus.bench.click.draw.FrameShelf;
import org.tsurutus.bench.click.watch.Recording;
import org.tsurutus.bench.click.watch.Watch;
import org.tsurutus.bench.click.watch.Watch.Step;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `watch`: what it costs to watch many screens with one thread.
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = "Watches recorded screens with one thread, at two frames a second each.",
        footer = {
            "",
            "Example: bench/clicks watch",
            "Example: bench/clicks watch RUN/screens/screencast.jsonl --screens 40"
        })
final class WatchCommand implements Callable<Integer> {
    private static final double MOST_MILLIS = 25;

    @Mixin FrameOptions options = new FrameOptions();

    @Parameters(
            paramLabel = "SCREENCAST",
            arity = "0..*",
            description =
                    "screencasts of runs, shown on as many screens as wanted, each a little later;"
                            + " else screens are drawn, with a clock, a caret and a dialog now and"
                            + " then")
    List<Path> casts = List.of();

    @Option(names = "--screens", description = "how many (default: ${DEFAULT-VALUE})")
    int screens = 40;

    @Option(names = "--seconds", description = "of each (default: ${DEFAULT-VALUE})")
    int seconds = 60;

    @Override
    public Integer call() {
        List<Recording> recordings = recordings();
        Watch watch = new Watch(recordings, seconds, options.from);
        Map<Step, List<Double>> times = new EnumMap<>(Step.class);
        watch.run(
                (step, millis) -> times.computeIfAbsent(step, _ -> new ArrayList<>()).add(millis),
                options.progress("seconds", seconds, System.err));
        double all = times.values().stream().flatMap(List::stream).mapToDouble(x -> x).sum();
        double share = all / 1000 / seconds;
        times.forEach((step, each) -> {
            each.sort(null);
            System.out.printf(
                    "%-10s %6d frames   CPU p50 %6.1f ms   p95 %6.1f ms%n",
                    step.word(), each.size(), percentile(each, 0.5), percentile(each, 0.95));
        });
        System.out.printf(
                "%d screens at two frames a second need %.0f %% of a core%n", screens, 100 * share);
        double small = percentile(times.getOrDefault(Step.SMALL, List.of()), 0.5);
        return share <= 1 && small <= MOST_MILLIS ? 0 : 1;
    }

    private List<Recording> recordings() {
        List<Recording> recordings = new ArrayList<>();
        if (casts.isEmpty()) {
            List<Picture> pictures =
                    new FrameShelf(options.surroundings())
                            .frames(
                                    options.split,
                                    options.from,
                                    options.count,
                                    options.progress("drawn", options.count, System.err));
            for (int screen = 0; screen < screens; screen++) {
                recordings.add(Recording.drawn(pictures, options.from + screen, seconds));
            }
        } else {
            for (int screen = 0; screen < screens; screen++) {
                recordings.add(Recording.of(casts.get(screen % casts.size()), screen));
            }
        }
        return recordings;
    }

    private static double percentile(List<Double> sorted, double share) {
        return sorted.isEmpty()
                ? 0
                : sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }
}
