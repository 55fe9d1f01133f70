package org.tsurutus.screen.hand;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.tsurutus.screen.Box;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.Input;
import org.tsurutus.screen.Key;
import org.tsurutus.screen.ScreenClock;
import org.tsurutus.screen.hand.Reach.Step;

/// Moves pointer and keys as a person does: on bent paths that speed up and slow down, with presses
/// and pauses of a person's length, never twice running to the same pixel.
///
/// The same generator makes the same events. Whatever is held is let go of, also when something
/// fails in between. It belongs to one thread, and every method returns when it is done.
public final class Hand {
    private static final double SPREAD = 0.12;
    private static final double INNER_PART = 0.6;
    private static final int TRIES = 8;

    private static final int DRIFT = 25;
    private static final int DRIFT_SIZE = 12;

    private static final int LEAST_GRIP = 3;
    private static final int LARGEST_GRIP = 6;

    private final Input input;
    private final ScreenClock clock;
    private final RandomGenerator random;
    private final Rhythm rhythm;
    private final Box frame;
    private Pixel at;
    private Optional<Pixel> pressed = Optional.empty();

    /// A hand for frames of one size; the pointer is taken to be in the middle.
    ///
    /// @param random decides on paths, places and times
    public Hand(Input input, ScreenClock clock, RandomGenerator random, Frame frame) {
        this.input = input;
        this.clock = clock;
        this.random = random;
        this.rhythm = new Rhythm(random);
        this.frame = frame.box();
        at = new Pixel(frame.width() / 2, frame.height() / 2);
    }

    /// Whether it moves in frames of that size.
    public boolean fits(Frame other) {
        return other.box().equals(frame);
    }

    /// Moves the pointer to a pixel near the middle of a box, another one each time where the box
    /// has more than one. That takes 80 to 300 ms, and 20 to 80 ms more until it lies still.
    ///
    /// @param box a part of the frame
    /// @throws org.tsurutus.screen.ScreenException when the PC takes no input
    public void aim(Box box) {
        reach(inside(box), Math.min(box.width(), box.height()));
        clock.rest(rhythm.settle());
    }

    /// Presses the main button under the pointer for 50 to 120 ms.
    ///
    /// @throws org.tsurutus.screen.ScreenException when the PC takes no input
    public void press() {
        slip();
        pressAndLetGo();
    }

    /// Presses the main button twice, quickly enough for a double click.
    ///
    /// @throws org.tsurutus.screen.ScreenException when the PC takes no input
    public void doublePress() {
        press();
        clock.rest(rhythm.again());
        press();
    }

    /// Lets time pass as a hand that lies on the mouse does: it moves a little now and then, and
    /// presses nothing. Ends early when the thread is interrupted.
    ///
    /// @throws org.tsurutus.screen.ScreenException when the PC takes no input
    public void idle(Duration time) {
        Duration left = time;
        while (left.isPositive() && !Thread.currentThread().isInterrupted()) {
            Duration pause = rhythm.idleness();
            if (left.compareTo(pause.plus(Reach.LONGEST)) < 0) {
                clock.rest(left);
                return;
            }
            clock.rest(pause);
            left = left.minus(pause).minus(reach(near(), DRIFT_SIZE));
        }
    }

    /// Turns the wheel notch by notch, with pauses when the finger takes a new grip.
    ///
    /// @param notches towards the user if positive, which shows what is further down
    /// @throws org.tsurutus.screen.ScreenException when the PC takes no input
    public void scroll(int notches) {
        int grip = random.nextInt(LEAST_GRIP, LARGEST_GRIP + 1);
        for (int left = Math.abs(notches); left > 0; left--) {
            input.wheel(Integer.signum(notches));
            grip--;
            clock.rest(grip == 0 ? rhythm.newGrip() : rhythm.betweenNotches());
            grip = grip == 0 ? random.nextInt(LEAST_GRIP, LARGEST_GRIP + 1) : grip;
        }
    }

    /// Types a text character by character; capitals with Shift.
    ///
    /// @throws org.tsurutus.screen.ScreenException when the PC takes no input
    public void type(String text) {
        for (int character : text.codePoints().toArray()) {
            if (Character.isUpperCase(character)) {
                chord(Key.SHIFT, Key.of(character));
            } else {
                press(Key.of(character));
            }
            clock.rest(rhythm.afterTyping(character));
        }
    }

    /// Presses a key for 50 to 120 ms.
    ///
    /// @throws org.tsurutus.screen.ScreenException when the PC takes no input
    public void press(Key key) {
        try {
            input.key(key, true);
            clock.rest(rhythm.hold());
        } finally {
            input.key(key, false);
        }
    }

    /// Presses a key while another one is held.
    ///
    /// @throws org.tsurutus.screen.ScreenException when the PC takes no input
    public void chord(Key modifier, Key key) {
        try {
            input.key(modifier, true);
            clock.rest(rhythm.join());
            press(key);
            clock.rest(rhythm.join());
        } finally {
            input.key(modifier, false);
        }
    }

    /// Moves the pointer to an edge of the frame where its picture covers none of the boxes, or as
    /// little of them as can be.
    ///
    /// @throws org.tsurutus.screen.ScreenException when the PC takes no input
    public void park(List<Box> avoid) {
        park(avoid, _ -> {});
    }

    /// The same, and lets somebody look on the way.
    ///
    /// @param onTheWay told after every small step where the pointer's picture may be
    /// @throws org.tsurutus.screen.ScreenException when the PC takes no input
    public void park(List<Box> avoid, Consumer<Box> onTheWay) {
        reach(Parking.place(frame, avoid, random), DRIFT, onTheWay);
    }

    /// Where the pointer's picture may be now, generously.
    public Box pointer() {
        return Parking.picture(at, frame);
    }

    /// Where the pointer's picture is now if it is an arrow of the usual size.
    public Box arrow() {
        return Parking.arrow(at, frame);
    }

    private void pressAndLetGo() {
        pressed = Optional.of(at);
        try {
            tell(true);
            clock.rest(rhythm.hold());
        } finally {
            tell(false);
        }
    }

    /// A finger that presses again has moved the mouse by a pixel.
    private void slip() {
        if (pressed.filter(at::equals).isPresent()) {
            Pixel last = at;
            for (int tries = 0; tries < TRIES && at.equals(last); tries++) {
                move(aside());
            }
        }
    }

    private Pixel aside() {
        Point aside = new Point(at.x() + random.nextInt(-1, 2), at.y() + random.nextInt(-1, 2));
        return aside.pixel(frame);
    }

    private Pixel near() {
        int x = at.x() + random.nextInt(-DRIFT, DRIFT + 1);
        int y = at.y() + random.nextInt(-DRIFT, DRIFT + 1);
        return new Point(x, y).pixel(frame);
    }

    private Pixel inside(Box box) {
        Box inner = inner(box);
        Pixel goal = around(box).pixel(inner);
        for (int tries = 0; tries < TRIES && goal.equals(at); tries++) {
            goal = around(box).pixel(inner);
        }
        return goal;
    }

    private Point around(Box box) {
        return new Point(
                box.x() + (box.width() - 1) / 2.0 + random.nextGaussian() * SPREAD * box.width(),
                box.y() + (box.height() - 1) / 2.0 + random.nextGaussian() * SPREAD * box.height());
    }

    private static Box inner(Box box) {
        int width = Math.max(1, (int) (box.width() * INNER_PART));
        int height = Math.max(1, (int) (box.height() * INNER_PART));
        return new Box(
                box.x() + (box.width() - width) / 2,
                box.y() + (box.height() - height) / 2,
                width,
                height);
    }

    /// @return how long it took
    private Duration reach(Pixel goal, int size) {
        return reach(goal, size, _ -> {});
    }

    private Duration reach(Pixel goal, int size, Consumer<Box> onTheWay) {
        Duration time = Duration.ZERO;
        for (Step step : Reach.to(at, goal, size, frame, random).steps()) {
            move(step.to());
            clock.rest(step.rest());
            onTheWay.accept(pointer());
            time = time.plus(step.rest());
        }
        return time;
    }

    private void move(Pixel to) {
        if (!to.equals(at)) {
            at = to;
            tell(false);
        }
    }

    private void tell(boolean isPressed) {
        input.pointer(at.x(), at.y(), isPressed, frame.width(), frame.height());
    }
}
