package org.tsurutus.screen.tries;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.tsurutus.screen.Box;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.Screen;
import org.tsurutus.screen.ScreenClock;
import org.tsurutus.screen.ScreenException;

/// What a screen did after a click.
///
/// @param frame the last frame, settled if it did so in time
/// @param changed whether that is more than a button's own play
/// @param fraction the fraction of the frame that changed, 0 to 1
/// @param reactionMillis until the first change, or the whole wait where there was none
public record Aftermath(Frame frame, boolean changed, double fraction, long reactionMillis) {
    private static final long LONGEST_MILLIS = 2000;
    private static final Duration BETWEEN_FRAMES = Duration.ofMillis(40);
    private static final double CHANGED_CONTROL = 0.004;
    private static final double CHANGED_DIALOG = 0.0005;
    private static final double CHANGED_ELSEWHERE = 0.002;

    /// Watches until the screen has changed and settled, at most two seconds.
    ///
    /// @param before the frame before the click
    /// @param released when the click was over, in the clock's milliseconds
    /// @param places what to look at
    public static Aftermath watch(
            Screen screen, ScreenClock clock, Frame before, long released, Places places) {
        OptionalLong reaction = OptionalLong.empty();
        Frame last = before;
        while (clock.millis() - released < LONGEST_MILLIS) {
            clock.rest(BETWEEN_FRAMES);
            Frame frame;
            try {
                frame = screen.frame();
            } catch (ScreenException _) {
                // The click may have ended the PC: what was seen is still worth a line, and the
                // next look meets the same fault.
                break;
            }
            boolean settled = reaction.isPresent() && frame.equals(last);
            if (reaction.isEmpty() && places.showChange(before, frame)) {
                reaction = OptionalLong.of(clock.millis() - released);
            }
            last = frame;
            if (settled || Thread.currentThread().isInterrupted()) {
                break;
            }
        }
        return new Aftermath(
                last,
                places.showChange(before, last),
                before.differing(last, before.box(), places.ignored()),
                reaction.orElse(clock.millis() - released));
    }

    /// Where a click may have had an effect.
    ///
    /// @param dialog the dialog
    /// @param control what was worked
    /// @param ignored the buttons, which move under any click, and the pointer
    public record Places(Box dialog, Box control, List<Box> ignored) {
        public Places {
            ignored = List.copyOf(ignored);
        }

        private boolean showChange(Frame before, Frame after) {
            return before.differing(after, control, ignored) >= CHANGED_CONTROL
                    || before.differing(after, dialog, ignored) >= CHANGED_DIALOG
                    || before.differing(after, before.box(), ignored) >= CHANGED_ELSEWHERE;
        }
    }
}
