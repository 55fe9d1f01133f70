package org.tsurutus.screen.hand;

import java.util.List;
import java.util.random.RandomGenerator;
import org.tsurutus.screen.Box;

/// Where a pointer is out of the way.
final class Parking {
    private static final int BEFORE = 16;
    private static final int AFTER = 32;
    private static final int ARROW_RIM = 2;
    private static final int ARROW_WIDTH = 16;
    private static final int ARROW_HEIGHT = 26;
    private static final int EDGE = 4;
    private static final int PLACES = 64;

    private Parking() {}

    /// Where the pointer's picture is when it points at a pixel, generously.
    static Box picture(Pixel at, Box frame) {
        return around(at, BEFORE, AFTER, AFTER, frame);
    }

    /// Where an arrow of the usual size is when it points at a pixel.
    static Box arrow(Pixel at, Box frame) {
        return around(at, ARROW_RIM, ARROW_WIDTH, ARROW_HEIGHT, frame);
    }

    private static Box around(Pixel at, int before, int right, int below, Box frame) {
        int left = Math.max(0, at.x() - before);
        int top = Math.max(0, at.y() - before);
        return new Box(
                left,
                top,
                Math.min(frame.right(), at.x() + right) - left,
                Math.min(frame.bottom(), at.y() + below) - top);
    }

    /// A place at the right edge where there is one, because titles, menus and task bars are at the
    /// others.
    static Pixel place(Box frame, List<Box> avoid, RandomGenerator random) {
        Pixel best = right(frame, random);
        for (int place = 1; place < PLACES && covered(best, frame, avoid) > 0; place++) {
            Pixel other = place < PLACES / 2 ? right(frame, random) : anyEdge(frame, random);
            best = covered(other, frame, avoid) < covered(best, frame, avoid) ? other : best;
        }
        return best;
    }

    private static Pixel right(Box frame, RandomGenerator random) {
        int quarter = frame.height() / 4;
        int y = quarter + random.nextInt(frame.height() - 2 * quarter);
        return new Pixel(frame.right() - 1 - fromEdge(frame.width(), random), y);
    }

    private static Pixel anyEdge(Box frame, RandomGenerator random) {
        int x = random.nextInt(frame.width());
        int y = random.nextInt(frame.height());
        int fromSide = fromEdge(frame.width(), random);
        int fromEnd = fromEdge(frame.height(), random);
        return switch (Edge.values()[random.nextInt(Edge.values().length)]) {
            case TOP -> new Pixel(x, fromEnd);
            case BOTTOM -> new Pixel(x, frame.bottom() - 1 - fromEnd);
            case LEFT -> new Pixel(fromSide, y);
            case RIGHT -> new Pixel(frame.right() - 1 - fromSide, y);
        };
    }

    private enum Edge {
        TOP,
        BOTTOM,
        LEFT,
        RIGHT
    }

    private static int fromEdge(int length, RandomGenerator random) {
        return random.nextInt(Math.min(EDGE, length));
    }

    /// How many pixels of the boxes are under the picture.
    private static long covered(Pixel at, Box frame, List<Box> avoid) {
        Box picture = picture(at, frame);
        return avoid.stream().mapToLong(box -> common(picture, box)).sum();
    }

    private static long common(Box one, Box other) {
        int width = Math.min(one.right(), other.right()) - Math.max(one.x(), other.x());
        int height = Math.min(one.bottom(), other.bottom()) - Math.max(one.y(), other.y());
        return (long) Math.max(0, width) * Math.max(0, height);
    }
}
