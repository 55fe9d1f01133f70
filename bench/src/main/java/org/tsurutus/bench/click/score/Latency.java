package org.tsurutus.bench.click.score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.tsurutus.bench.BenchException;
import org.tsurutus.bench.click.Folders;
import org.tsurutus.screen.CrazyClicker;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.Input;
import org.tsurutus.screen.Key;
import org.tsurutus.screen.ScreenClock;
import org.tsurutus.screen.Tesseract;
import org.tsurutus.screen.TextReader;

/// How long after a dialog appears the real clicker, with hand and clock, has pressed.
public final class Latency implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final TextReader reader = Tesseract.open();
    private final SplittableRandom random;

    /// @param seed decides when dialogs appear and how the pointer moves
    public Latency(long seed) {
        random = new SplittableRandom(seed);
    }

    /// Shows an empty desktop, then the frame.
    ///
    /// @return nanoseconds from showing it to the press; empty if nothing was pressed in 5 s
    /// @throws BenchException when the clicker's files cannot be written
    public OptionalLong toPress(Frame dialog) {
        try {
            Path folder = Files.createTempDirectory("clickbench-run");
            try {
                return toPress(dialog, folder);
            } finally {
                Folders.remove(folder);
            }
        } catch (IOException e) {
            throw new BenchException("cannot use the temporary folder: " + e + "; free it", e);
        }
    }

    private OptionalLong toPress(Frame dialog, Path folder) {
        Frame desktop =
                new Frame(
                        dialog.width(), dialog.height(), new int[dialog.width() * dialog.height()]);
        Duration before = Duration.ofMillis(random.nextInt(500, 1000));
        long shown = System.nanoTime() + before.toNanos();
        long end = shown + PATIENCE.toNanos();
        Finger finger = new Finger();
        try (CrazyClicker clicker =
                new CrazyClicker(
                        () -> System.nanoTime() < shown || finger.hasPressed() ? desktop : dialog,
                        finger,
                        reader,
                        folder.resolve("screens"),
                        folder.resolve("clicks.jsonl"),
                        ScreenClock.system(System.nanoTime()),
                        random)) {
            clicker.run(() -> finger.hasPressed() || System.nanoTime() > end);
        }
        return finger.hasPressed() ? OptionalLong.of(finger.pressed - shown) : OptionalLong.empty();
    }

    private static final class Finger implements Input {
        private static final long NEVER = -1;
        private long pressed = NEVER;

        boolean hasPressed() {
            return pressed != NEVER;
        }

        @Override
        public void pointer(int x, int y, boolean isPressed, int width, int height) {
            if (isPressed && !hasPressed()) {
                pressed = System.nanoTime();
            }
        }

        @Override
        public void wheel(int notches) {}

        @Override
        public void key(Key key, boolean isPressed) {}
    }

    @Override
    public void close() {
        reader.close();
    }
}
