package org.tsurutus.screen.tries;

import org.tsurutus.screen.Box;
import org.tsurutus.screen.Frame;

/// Where ink begins and ends. That stays when a control is painted in other colours because the
/// pointer is on it, and changes when its label does.
public final class Ink {
    private static final int NOTICEABLE = 40;
    private static final int RIM = 6;
    private static final int LITTLE = 6;

    private Ink() {}

    /// How much of what is written in a box is the same in both frames, 0 to 1; 1 where hardly
    /// anything is written in either.
    ///
    /// @param within a box of the first frame, whose rim does not count: focus shows there
    /// @param ignored what does not count
    public static double likeness(Frame before, Frame now, Box within, Box ignored) {
        if (!before.box().equals(now.box())) {
            return 0;
        }
        int common = 0;
        int either = 0;
        int rim = Math.min(RIM, within.height() / 4);
        for (int y = within.y() + rim; y < within.bottom() - rim - 1; y++) {
            for (int x = within.x() + RIM; x < within.right() - RIM - 1; x++) {
                if (ignored.contains(x, y)) {
                    continue;
                }
                boolean old = isEdge(before, x, y);
                boolean fresh = isEdge(now, x, y);
                common += old && fresh ? 1 : 0;
                either += old || fresh ? 1 : 0;
            }
        }
        return either < LITTLE ? 1 : (double) common / either;
    }

    private static boolean isEdge(Frame frame, int x, int y) {
        int here = brightness(frame.at(x, y));
        return Math.abs(here - brightness(frame.at(x + 1, y))) > NOTICEABLE
                || Math.abs(here - brightness(frame.at(x, y + 1))) > NOTICEABLE;
    }

    private static int brightness(int colour) {
        return ((colour >> 16 & 0xFF) * 299 + (colour >> 8 & 0xFF) * 587 + (colour & 0xFF) * 114)
                / 1000;
    }
}
