package org.tsurutus.bench.click.watch;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import org.tsurutus.screen.Box;
import org.tsurutus.screen.ChangedParts;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.Inspector;
import org.tsurutus.screen.Tesseract;
import org.tsurutus.screen.TextReader;

/// One thread that looks at many screens in turns.
public final class Watch {
    private static final double NANOS_IN_A_MILLI = 1e6;
    private static final int MANY = 1_000;

    /// Of a frame, in percent, that a small change is at most.
    private static final int SMALL_PERCENT = 2;

    private final List<Recording> recordings;
    private final int seconds;
    private final long seed;

    /// @param seed only told
    public Watch(List<Recording> recordings, int seconds, long seed) {
        this.recordings = recordings;
        this.seconds = seconds;
        this.seed = seed;
    }

    /// How a frame differs from the one before on its screen.
    public enum Step {
        UNCHANGED,
        /// Two percent of the frame or less.
        SMALL,
        LARGE;

        /// As it is printed.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Told what a look cost.
    @FunctionalInterface
    public interface Cost {
        /// Adds one.
        ///
        /// @param millis CPU time of the thread
        void add(Step step, double millis);
    }

    /// Looks at every frame of every screen once. The first frames, which are looked at whole, and
    /// what Java still compiles meanwhile count as well.
    public void run(Cost cost, IntConsumer progress) {
        System.out.println("seed " + seed);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        try (TextReader reader = Tesseract.open()) {
            List<Inspector> inspectors = new ArrayList<>();
            recordings.forEach(_ -> inspectors.add(new Inspector(reader)));
            for (int tick = 0; tick < 2 * seconds; tick++) {
                for (int screen = 0; screen < recordings.size(); screen++) {
                    Frame frame = recordings.get(screen).at(tick);
                    Step step =
                            tick == 0
                                    ? Step.LARGE
                                    : step(recordings.get(screen).at(tick - 1), frame);
                    long start = threads.getCurrentThreadCpuTime();
                    inspectors.get(screen).look(frame);
                    cost.add(step, (threads.getCurrentThreadCpuTime() - start) / NANOS_IN_A_MILLI);
                }
                progress.accept((tick + 1) / 2);
            }
        }
    }

    private static Step step(Frame before, Frame frame) {
        if (!before.box().equals(frame.box())) {
            return Step.LARGE;
        }
        long changed =
                ChangedParts.between(before, frame, MANY).stream().mapToLong(Box::area).sum();
        if (changed == 0) {
            return Step.UNCHANGED;
        }
        return changed * 100 <= frame.box().area() * SMALL_PERCENT ? Step.SMALL : Step.LARGE;
    }
}
