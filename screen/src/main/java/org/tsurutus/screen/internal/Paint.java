package org.tsurutus.screen.internal;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import org.tsurutus.screen.Box;
import org.tsurutus.screen.Frame;

/// Spreads over one colour like paint from a tin.
final class Paint {
    /// How far the paint runs from where it was spilled: dialogs are no larger, and a desktop of
    /// one colour would take long.
    private static final int FARTHEST = 1000;

    private final Frame frame;
    private final Box limit;
    private final int colour;
    private final BitSet seen;
    private final Deque<Integer> open = new ArrayDeque<>();

    private Paint(Frame frame, int x, int y) {
        this.frame = frame;
        int left = Math.max(0, x - FARTHEST);
        int top = Math.max(0, y - FARTHEST);
        limit =
                new Box(
                        left,
                        top,
                        Math.min(frame.width(), x + FARTHEST) - left,
                        Math.min(frame.height(), y + FARTHEST) - top);
        colour = frame.at(x, y);
        seen = new BitSet(limit.width() * limit.height());
        reach(x, y);
    }

    /// The box of the unbroken paint that a button lies on, the button included.
    static Box around(Frame frame, Box button) {
        int x = Math.max(0, button.x() - 2);
        int y = button.y() + button.height() / 2;
        return new Paint(frame, x, y).spread(button);
    }

    private Box spread(Box button) {
        int left = button.x();
        int top = button.y();
        int right = button.right();
        int bottom = button.bottom();
        while (!open.isEmpty()) {
            int index = open.pop();
            int x = limit.x() + index % limit.width();
            int y = limit.y() + index / limit.width();
            left = Math.min(left, x);
            right = Math.max(right, x + 1);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y + 1);
            reach(x - 1, y);
            reach(x + 1, y);
            reach(x, y - 1);
            reach(x, y + 1);
        }
        return new Box(left, top, right - left, bottom - top);
    }

    private void reach(int x, int y) {
        if (!limit.contains(x, y)) {
            return;
        }
        int index = (y - limit.y()) * limit.width() + x - limit.x();
        if (!seen.get(index) && Colour.same(frame.at(x, y), colour)) {
            seen.set(index);
            open.push(index);
        }
    }
}
