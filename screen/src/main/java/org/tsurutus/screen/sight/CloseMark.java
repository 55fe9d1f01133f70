package org.tsurutus.screen.sight;

import java.util.Optional;
import org.tsurutus.screen.Box;

/// The cross at a window's top right corner.
final class CloseMark {
    private static final int REACH = 84;

    /// How far below a window's top the cross may reach.
    static final int DEPTH = 52;

    private static final int[] ARMS = {3, 4, 5, 6, 8, 10};
    private static final int STRONG = 40;
    private static final int FARTHEST = 1200;

    private CloseMark() {}

    /// Where the cross of a window is, if it has one.
    static Optional<Box> of(Picture picture, Box window) {
        int left = Math.max(window.x() + window.width() / 2, window.right() - REACH);
        int bottom = Math.min(window.bottom(), window.y() + DEPTH);
        for (int arm : ARMS) {
            for (int y = window.y() + arm; y < bottom - arm; y++) {
                for (int x = window.right() - arm - 1; x > left + arm; x--) {
                    if (isCross(picture, x, y, arm, 0) || isCross(picture, x, y, arm, 1)) {
                        return Optional.of(new Box(x - arm, y - arm, 2 * arm + 1, 2 * arm + 1));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /// The first cross to the right of a title, in its row.
    static Optional<Box> after(Picture picture, Box title) {
        int middle = title.y() + title.height() / 2;
        int end = Math.min(picture.width, title.right() + FARTHEST);
        for (int x = title.right() + title.height(); x < end - ARMS[0]; x++) {
            for (int arm : ARMS) {
                for (int y = Math.max(arm, middle - title.height() / 2);
                        y <= middle + title.height() / 2;
                        y++) {
                    if (picture.isInside(x + arm + 1, y + arm + 1)
                            && (isCross(picture, x, y, arm, 0) || isCross(picture, x, y, arm, 1))) {
                        return Optional.of(new Box(x - arm, y - arm, 2 * arm + 1, 2 * arm + 1));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /// Whether two diagonals stand out against what lies between them.
    ///
    /// @param even 1 for a cross whose middle is between four pixels
    private static boolean isCross(Picture picture, int x, int y, int arm, int even) {
        int centre = picture.grey(x, y);
        int aside = (arm * 3 + 2) / 4;
        int ground = picture.grey(x, y - aside);
        int step = centre - ground;
        if (Math.abs(step) < STRONG || !picture.isInside(x + arm + even, y + arm + even)) {
            return false;
        }
        return isGround(picture.grey(x, y + even + aside), ground, step)
                && isGround(picture.grey(x - aside, y), ground, step)
                && isGround(picture.grey(x + even + aside, y), ground, step)
                && isGround(picture.grey(x - arm, y), ground, step)
                && isGround(picture.grey(x + even + arm, y), ground, step)
                && diagonals(picture, x, y, arm, even, ground, step);
    }

    private static boolean diagonals(
            Picture picture, int x, int y, int arm, int even, int ground, int step) {
        int half = Math.abs(step) / 2;
        for (int distance = 1; distance < arm; distance++) {
            int left = x - distance;
            int right = x + even + distance;
            int top = y - distance;
            int bottom = y + even + distance;
            if (!standsOut(picture.grey(left, top), ground, step, half)
                    || !standsOut(picture.grey(right, top), ground, step, half)
                    || !standsOut(picture.grey(left, bottom), ground, step, half)
                    || !standsOut(picture.grey(right, bottom), ground, step, half)) {
                return false;
            }
        }
        return true;
    }

    /// Buttons for closing are shaded: the ground is whatever is clearly not the cross.
    private static boolean isGround(int grey, int ground, int step) {
        return step > 0 ? (grey - ground) * 20 <= step * 13 : (ground - grey) * 20 <= -step * 13;
    }

    private static boolean standsOut(int grey, int ground, int step, int half) {
        return step > 0 ? grey - ground >= half : ground - grey >= half;
    }
}
