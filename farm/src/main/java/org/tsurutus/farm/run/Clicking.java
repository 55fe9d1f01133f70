package org.tsurutus.farm.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.machine.Machine;
import org.tsurutus.screen.Click;
import org.tsurutus.screen.CrazyClicker;
import org.tsurutus.screen.LeftAlone;
import org.tsurutus.screen.ScreenClock;
import org.tsurutus.screen.Tesseract;

/// CrazyClicker at work beside a run, in a thread of its own. Its failure is a failed stage, never
/// a failed run.
final class Clicking implements AutoCloseable {
    private static final int MOST_LEFT_TOLD = 10;

    private final Thread thread;
    private volatile boolean stop;
    private volatile long clicks;
    private volatile String failure = "";
    private volatile List<LeftAlone> leftAlone = List.of();
    private volatile Optional<String> remark = Optional.empty();

    /// @param seed decides on the ways of the pointer and the times of the hand
    /// @param startNanos what `System.nanoTime()` said when the run was asked for
    /// @param listener told every click when it is over
    Clicking(
            Machine machine,
            PcFolder folder,
            long seed,
            long startNanos,
            Consumer<Click> listener) {
        thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("clicker")
                        .start(() -> click(machine, folder, seed, startNanos, listener));
    }

    private void click(
            Machine machine,
            PcFolder folder,
            long seed,
            long startNanos,
            Consumer<Click> listener) {
        try (Tesseract reader = Tesseract.open();
                CrazyClicker clicker =
                        new CrazyClicker(
                                machine.screen(),
                                machine.input(),
                                reader,
                                folder.screens(),
                                folder.clicks(),
                                ScreenClock.system(startNanos),
                                new SplittableRandom(seed))) {
            try {
                clicker.run(
                        () -> {
                            note(clicker);
                            return stop;
                        },
                        listener);
            } finally {
                note(clicker);
                remark = machine.remark();
            }
        } catch (RuntimeException e) {
            // whatever it is, the specimen goes on; a machine that has ended is no failure
            if (!stop && machine.isOn()) {
                failure = String.valueOf(e.getMessage());
            }
        }
    }

    /// Noted at every look, so that a clicker that hangs loses no count.
    private void note(CrazyClicker clicker) {
        clicks = clicker.clicks();
        leftAlone = clicker.leftAlone();
    }

    /// How many clicks were made.
    long clicks() {
        return clicks;
    }

    /// What the stage has to say once it is closed.
    ///
    /// @throws FarmException when the clicker failed
    String summary() {
        if (!failure.isEmpty()) {
            throw FarmException.environment(failure);
        }
        StringBuilder summary = new StringBuilder();
        summary.append(clicks).append(clicks == 1 ? " click" : " clicks");
        remark.ifPresent(told -> summary.append("; ").append(told));
        for (LeftAlone dialog : leftAlone.stream().limit(MOST_LEFT_TOLD).toList()) {
            summary.append("; left alone: ")
                    .append(dialog.why())
                    .append(", see ")
                    .append(dialog.picture());
        }
        if (leftAlone.size() > MOST_LEFT_TOLD) {
            summary.append("; and ")
                    .append(leftAlone.size() - MOST_LEFT_TOLD)
                    .append(" more dialogs");
        }
        return summary.toString();
    }

    @Override
    public void close() {
        stop = true;
        boolean interrupted = Thread.interrupted();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException _) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
