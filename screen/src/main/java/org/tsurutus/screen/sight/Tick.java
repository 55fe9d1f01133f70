package org.tsurutus.screen.sight;

import java.util.Arrays;
import org.tsurutus.screen.Box;

/// What makes a mark a checked one.
final class Tick {
    /// Ticks differ more than this from what they are drawn on, in steps of 255.
    private static final int DRAWN = 48;

    /// The same of a dot and the ring around it.
    private static final int DOTTED = 36;

    private Tick() {}

    /// Whether something is drawn in a square.
    static boolean isTick(Picture picture, Box mark) {
        int inset = Math.max(3, mark.width() * 24 / 100);
        int[] greys = new int[mark.width() * mark.height()];
        int count = 0;
        for (int y = mark.y() + inset; y < mark.bottom() - inset; y++) {
            for (int x = mark.x() + inset; x < mark.right() - inset; x++) {
                greys[count++] = picture.grey(x, y);
            }
        }
        int[] sorted = Arrays.copyOf(greys, count);
        Arrays.sort(sorted);
        int ground = sorted[count / 2];
        long drawn = Arrays.stream(sorted).filter(grey -> Math.abs(grey - ground) > DRAWN).count();
        return drawn * 12 >= count;
    }

    /// Whether the middle of a circle differs from a ring all around it.
    static boolean isDot(Picture picture, Box mark) {
        int size = Math.min(mark.width(), mark.height());
        int middle = average(picture, mark, 0.14 * size);
        for (int percent = 22; percent <= 34; percent += 4) {
            if (isRing(picture, mark, percent * size / 100.0, middle)) {
                return true;
            }
        }
        return false;
    }

    private static int average(Picture picture, Box mark, double radius) {
        int sum = 0;
        int count = 0;
        for (int y = mark.y(); y < mark.bottom(); y++) {
            for (int x = mark.x(); x < mark.right(); x++) {
                if (distance(mark, x, y) <= radius) {
                    sum += picture.grey(x, y);
                    count++;
                }
            }
        }
        return sum / Math.max(1, count);
    }

    private static boolean isRing(Picture picture, Box mark, double radius, int middle) {
        int count = 0;
        int different = 0;
        for (int y = mark.y(); y < mark.bottom(); y++) {
            for (int x = mark.x(); x < mark.right(); x++) {
                if (Math.abs(distance(mark, x, y) - radius) <= 0.5) {
                    different += Math.abs(picture.grey(x, y) - middle) > DOTTED ? 1 : 0;
                    count++;
                }
            }
        }
        return different * 4 >= count * 3;
    }

    /// How far a pixel is from a mark's middle.
    private static double distance(Box mark, int x, int y) {
        return Math.hypot(
                x - mark.x() - (mark.width() - 1) / 2.0, y - mark.y() - (mark.height() - 1) / 2.0);
    }
}
