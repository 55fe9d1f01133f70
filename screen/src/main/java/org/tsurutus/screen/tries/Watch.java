package org.tsurutus.screen.tries;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.tsurutus.screen.Box;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.Screen;
import org.tsurutus.screen.ScreenClock;
import org.tsurutus.screen.ScreenException;

/// Looks at what a screen does from a press on, first while the pointer is taken out of the way,
/// then until the screen has settled.
public final class Watch {
    private static final long LONGEST_MILLIS = 2000;
    private static final Duration BETWEEN_FRAMES = Duration.ofMillis(40);
    private static final double CHANGED_CONTROL = 0.004;
    private static final double CHANGED_DIALOG = 0.0005;
    private static final double CHANGED_ELSEWHERE = 0.002;

    private final Screen screen;
    private final ScreenClock clock;
    private final Frame before;
    private final long pressed;
    private final Places places;
    private Box trail;
    private Frame last;
    private long looked;
    private OptionalLong reaction = OptionalLong.empty();

    /// A watch that has seen nothing yet.
    ///
    /// @param before the frame before the press
    /// @param pressed when the press began, in the clock's milliseconds
    /// @param places what to look at
    /// @param pointer where the pointer's picture is
    public Watch(
            Screen screen,
            ScreenClock clock,
            Frame before,
            long pressed,
            Places places,
            Box pointer) {
        this.screen = screen;
        this.clock = clock;
        this.before = before;
        this.pressed = pressed;
        this.places = places;
        this.trail = pointer;
        this.last = before;
        this.looked = pressed;
    }

    /// Looks while the pointer moves, unless that was done just now.
    ///
    /// @param pointer where the pointer's picture is by now
    public void glance(Box pointer) {
        // a screen may lag behind: the pointer's picture can be anywhere on its way
        trail = trail.with(pointer);
        if (clock.millis() - looked >= BETWEEN_FRAMES.toMillis()) {
            see(trail);
        }
    }

    /// Looks until the screen has changed and settled, at most two seconds.
    ///
    /// @param released when the press was over, in the clock's milliseconds
    /// @param pointer where the pointer's picture is from now on
    public Aftermath settle(long released, Box pointer) {
        boolean changed = false;
        boolean goesOn = true;
        while (goesOn && clock.millis() - released < LONGEST_MILLIS) {
            clock.rest(BETWEEN_FRAMES);
            Frame previous = last;
            boolean isShown = see(pointer);
            boolean settled = changed && last.equals(previous);
            changed = reaction.isPresent();
            goesOn = isShown && !settled && !Thread.currentThread().isInterrupted();
        }
        return new Aftermath(
                last,
                reaction.isPresent(),
                before.differing(last, before.box(), places.ignoring(pointer)),
                reaction.orElse(clock.millis() - pressed));
    }

    /// Looks once. A change that goes away again was none: the pointer may light up what it passes.
    ///
    /// @return whether there still is a screen
    private boolean see(Box pointer) {
        looked = clock.millis();
        try {
            last = screen.frame();
        } catch (ScreenException _) {
            // The click may have ended the PC: what was seen is still worth a line, and the
            // next look meets the same fault.
            return false;
        }
        if (!places.showChange(before, last, pointer)) {
            reaction = OptionalLong.empty();
        } else if (reaction.isEmpty()) {
            reaction = OptionalLong.of(clock.millis() - pressed);
        }
        return true;
    }

    /// Where a click may have had an effect.
    ///
    /// @param dialog the dialog
    /// @param control what was worked
    /// @param ignored the buttons, which move under any click, and where the pointer was
    public record Places(Box dialog, Box control, List<Box> ignored) {
        public Places {
            ignored = List.copyOf(ignored);
        }

        private List<Box> ignoring(Box pointer) {
            return Stream.concat(ignored.stream(), Stream.of(pointer)).toList();
        }

        private boolean showChange(Frame before, Frame after, Box pointer) {
            List<Box> holes = ignoring(pointer);
            return before.differing(after, control, holes) >= CHANGED_CONTROL
                    || before.differing(after, dialog, holes) >= CHANGED_DIALOG
                    || before.differing(after, before.box(), holes) >= CHANGED_ELSEWHERE;
        }
    }
}
