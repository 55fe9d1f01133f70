package org.tsurutus.bench.click;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import org.tsurutus.bench.click.draw.FrameShelf;
import org.tsurutus.bench.click.score.Latency;
import org.tsurutus.screen.Frame;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `latency`: how long after a dialog appears it is pressed.
@Command(
        name = "latency",
        mixinStandardHelpOptions = true,
        description = "Measures the time from a dialog's appearance to the press, at 1024 x 768.",
        footer = {"", "Example: bench/clicks latency --count 100"})
final class LatencyCommand implements Callable<Integer> {
    private static final int WIDTH = 1024;
    private static final int HEIGHT = 768;
    private static final double NANOS_IN_A_MILLI = 1e6;

    @Mixin FrameOptions options = new FrameOptions();

    @Override
    public Integer call() {
        List<Picture> pictures =
                new FrameShelf(options.surroundings())
                                .frames(
                                        options.split,
                                        options.from,
                                        options.count,
                                        options.progress("drawn", options.count, System.err))
                                .stream()
                                .filter(LatencyCommand::isMeant)
                                .toList();
        List<Long> times = new ArrayList<>();
        IntConsumer progress = options.progress("shown", pictures.size(), System.err);
        try (Latency latency = new Latency(options.from)) {
            for (int index = 0; index < pictures.size(); index++) {
                OptionalLong time = latency.toPress(Frame.readPng(pictures.get(index).png()));
                time.ifPresent(times::add);
                progress.accept(index + 1);
            }
        }
        times.sort(null);
        System.out.printf(
                "%d of %d dialogs were pressed; p50 %.0f ms, p95 %.0f ms%n",
                times.size(), pictures.size(), millis(times, 0.5), millis(times, 0.95));
        return 0;
    }

    private static boolean isMeant(Picture picture) {
        Truth truth = picture.truth();
        return truth.width() == WIDTH && truth.height() == HEIGHT && !truth.intended().isEmpty();
    }

    private static double millis(List<Long> sorted, double share) {
        if (sorted.isEmpty()) {
            return 0;
        }
        int index = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.get(Math.max(0, index)) / NANOS_IN_A_MILLI;
    }
}
