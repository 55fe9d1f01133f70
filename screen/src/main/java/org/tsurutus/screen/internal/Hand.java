package org.tsurutus.screen.internal;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.tsurutus.screen.Box;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.Input;
import org.tsurutus.screen.Key;
import org.tsurutus.screen.ScreenClock;

/// Moves pointer and keys about as a person does: on a path, with pauses, never to the same pixel.
public final class Hand {
    private static final int STEPS = 6;
    private static final int WOBBLE = 2;
    private static final Duration STEP = Duration.ofMillis(12);
    private static final Duration HOLD = Duration.ofMillis(60);
    private static final int POINTER_BEFORE = 16;
    private static final int POINTER_AFTER = 32;

    private final Input input;
    private final ScreenClock clock;
    private final RandomGenerator random;
    private final int width;
    private final int height;
    private int x;
    private int y;

    /// A hand for frames of one size; the pointer is taken to be in the middle.
    public Hand(Input input, ScreenClock clock, RandomGenerator random, Frame frame) {
        this.input = input;
        this.clock = clock;
        this.random = random;
        width = frame.width();
        height = frame.height();
        x = width / 2;
        y = height / 2;
    }

    /// Whether it moves in frames of that size.
    public boolean fits(Frame frame) {
        return frame.width() == width && frame.height() == height;
    }

    /// Moves the pointer somewhere near the middle of a box.
    public void aim(Box box) {
        moveTo(within(box.x(), box.width()), within(box.y(), box.height()));
    }

    /// Presses the button under the pointer and lets go, also when something fails in between.
    public void press() {
        try {
            input.pointer(x, y, true, width, height);
            clock.rest(HOLD);
        } finally {
            input.pointer(x, y, false, width, height);
        }
    }

    /// Presses the Enter key and lets go.
    public void enter() {
        try {
            input.key(Key.ENTER, true);
            clock.rest(HOLD);
        } finally {
            input.key(Key.ENTER, false);
        }
    }

    /// Moves the pointer to the right edge, where it covers no label.
    public void park() {
        moveTo(width - 1, Math.clamp(height * 2L / 3 + random.nextInt(-8, 9), 0, height - 1));
    }

    /// Where the pointer's picture is now, generously.
    public Box pointer() {
        int left = Math.max(0, x - POINTER_BEFORE);
        int top = Math.max(0, y - POINTER_BEFORE);
        return new Box(
                left,
                top,
                Math.min(width, x + POINTER_AFTER) - left,
                Math.min(height, y + POINTER_AFTER) - top);
    }

    private int within(int start, int length) {
        int third = Math.max(1, length / 3);
        return start + third + random.nextInt(third);
    }

    private void moveTo(int toX, int toY) {
        int fromX = x;
        int fromY = y;
        for (int step = 1; step <= STEPS; step++) {
            int wobble = step == STEPS ? 0 : WOBBLE;
            x = onTheWay(fromX, toX, step, wobble, width);
            y = onTheWay(fromY, toY, step, wobble, height);
            input.pointer(x, y, false, width, height);
            clock.rest(STEP);
        }
    }

    private int onTheWay(int from, int to, int step, int wobble, int limit) {
        int point = from + (to - from) * step / STEPS + random.nextInt(-wobble, wobble + 1);
        return Math.clamp(point, 0, limit - 1);
    }
}
