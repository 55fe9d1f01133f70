package org.tsurutus.screen.sight;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.tsurutus.screen.Box;

/// Moves the sides of a box onto the edges that are drawn nearby: the eye is right to a few pixels.
final class Edges {
    /// Without a corner to tell whose it is, an edge farther away than this may be a neighbour's.
    private static final int NEAR = 3;

    /// How much of the edge beside a corner is looked at, and the roundest corner, as part of the
    /// height.
    private static final int BESIDE = 12;

    private static final int ROUND = 5;
    private static final int SHARP = 3;
    private static final int LINES = 3;

    /// So many times as wide as the eye saw it something may be at most, to each side.
    private static final int FARTHEST = 2;

    private final Picture picture;
    private final Box box;

    /// The rows and columns between which the box surely goes on.
    private final int from;

    private final int to;
    private final int upper;
    private final int lower;

    private Edges(Picture picture, Box box) {
        this.picture = picture;
        this.box = box;
        from = box.x() + box.width() / 5;
        to = box.right() - box.width() / 5;
        upper = box.y() + box.height() / 5;
        lower = box.bottom() - box.height() / 5;
    }

    /// The box with each side on the nearest straight edge that is not much longer than the side.
    ///
    /// @param sideways how far the sides left and right may move, in pixels
    /// @param upAndDown how far the others may
    static Box snap(Picture picture, Box box, int sideways, int upAndDown) {
        return new Edges(picture, box).snapped(sideways, upAndDown);
    }

    /// The boxes that a box falls into where an edge goes from its upper to its lower side: buttons
    /// that touch are seen as one.
    static List<Box> parts(Picture picture, Box box) {
        int least = box.height() * 3 / 2;
        List<Box> parts = new ArrayList<>();
        int left = box.x();
        for (int x = left + least; x <= box.right() - least; x++) {
            if (x - left >= least && picture.edgeLeftOf(x, box.y() + 1, box.bottom() - 1)) {
                parts.add(new Box(left, box.y(), x - left, box.height()));
                left = x;
            }
        }
        parts.add(new Box(left, box.y(), box.right() - left, box.height()));
        return parts;
    }

    /// Whether there is an edge along each side of a box.
    static boolean isDrawn(Picture picture, Box box) {
        int aside = Math.min(SHARP, box.width() / 4);
        int apart = Math.min(SHARP, box.height() / 4);
        return picture.edgeAbove(box.y(), box.x() + aside, box.right() - aside)
                && picture.edgeAbove(box.bottom(), box.x() + aside, box.right() - aside)
                && picture.edgeLeftOf(box.x(), box.y() + apart, box.bottom() - apart)
                && picture.edgeLeftOf(box.right(), box.y() + apart, box.bottom() - apart);
    }

    private Box snapped(int sideways, int upAndDown) {
        IntPredicate level = y -> picture.edgeAbove(y, from, to);
        int top = outermost(nearest(box.y(), -upAndDown, level), -1, level).orElse(box.y());
        int bottom =
                outermost(nearest(box.bottom(), upAndDown, level), 1, level).orElse(box.bottom());
        int left = side(box.x(), -sideways, upAndDown, top, bottom);
        int right = side(box.right(), sideways, upAndDown, top, bottom);
        return right - left > 2 && bottom - top > 2
                ? new Box(left, top, right - left, bottom - top)
                : box;
    }

    /// Where the left or the right side is.
    ///
    /// @param reach how far it may be from where the eye saw it; the sign says which way is
    ///   outwards
    private int side(int start, int reach, int upAndDown, int top, int bottom) {
        int above = Math.max(0, box.y() - box.height() / 2 - upAndDown);
        int below = Math.min(picture.height, box.bottom() + box.height() / 2 + upAndDown);
        int inwards = -Integer.signum(reach);
        int corner = Math.max(SHARP, box.height() / ROUND);
        IntPredicate upright =
                x ->
                        picture.edgeLeftOf(x, upper, lower)
                                && !(picture.edgeLeftOf(x, above, upper)
                                        && picture.edgeLeftOf(x, lower, below));
        IntPredicate whole =
                x -> {
                    int end = x + inwards * corner;
                    int begin = end + inwards * BESIDE;
                    return upright.test(x)
                            && goesOn(top, bottom, Math.min(begin, end), Math.max(begin, end));
                };
        OptionalInt found = along(start, reach, top, bottom, whole);
        return outermost(found, -inwards, upright)
                .orElseGet(() ->
                        nearest(start, Math.clamp(reach, -NEAR, NEAR), upright).orElse(start));
    }

    /// Edges of buttons are of several lines.
    private static OptionalInt outermost(OptionalInt found, int outwards, IntPredicate isEdge) {
        if (found.isEmpty()) {
            return found;
        }
        int outer = found.getAsInt();
        for (int step = 1; step <= LINES; step++) {
            outer =
                    isEdge.test(found.getAsInt() + outwards * step)
                            ? found.getAsInt() + outwards * step
                            : outer;
        }
        return OptionalInt.of(outer);
    }

    /// The side nearest to where the eye saw it, of those that are met on the way outwards while
    /// the upper or the lower edge goes on. Wide things are seen too narrow.
    private OptionalInt along(int start, int reach, int top, int bottom, IntPredicate isSide) {
        int outwards = Integer.signum(reach);
        int end = start + outwards * Math.max(Math.abs(reach), FARTHEST * box.width());
        int round = Math.max(SHARP, box.height() / ROUND);
        OptionalInt best = OptionalInt.empty();
        int blank = 0;
        for (int x = outwards < 0 ? from : to; x != end && blank <= round; x += outwards) {
            if (isSide.test(x)
                    && (best.isEmpty()
                            || Math.abs(x - start) < Math.abs(best.getAsInt() - start))) {
                best = OptionalInt.of(x);
            }
            if (best.isPresent() && (x - start) * outwards > Math.abs(reach)) {
                return best;
            }
            blank = goesOn(top, bottom, x, x + 1) ? 0 : blank + 1;
        }
        return best;
    }

    /// Whether the box's upper or lower edge goes on there; between two buttons it does not.
    private boolean goesOn(int top, int bottom, int left, int right) {
        return picture.edgeAbove(top, left, right) || picture.edgeAbove(bottom, left, right);
    }

    /// @param outwards the furthest step, away from the box; of two equally near the outer one
    ///   counts
    private static OptionalInt nearest(int start, int outwards, IntPredicate isEdge) {
        int step = Integer.signum(outwards);
        for (int distance = 0; distance <= Math.abs(outwards); distance++) {
            if (isEdge.test(start + step * distance)) {
                return OptionalInt.of(start + step * distance);
            }
            if (isEdge.test(start - step * distance)) {
                return OptionalInt.of(start - step * distance);
            }
        }
        return OptionalInt.empty();
    }
}
