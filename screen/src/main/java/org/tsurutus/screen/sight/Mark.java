package org.tsurutus.screen.sight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsurutus.screen.Box;
import org.tsurutus.screen.scene.Control;

/// The square or circle before a label that can be ticked.
///
/// @param box its outermost edge
/// @param shape square or round, where that can be seen
/// @param outlined whether it is drawn on all sides, as letters seldom are
/// @param checked whether something is drawn in it
record Mark(Box box, Optional<Control.Kind> shape, boolean outlined, boolean checked) {
    /// What stands out more from the paper is drawn, in steps of 255.
    private static final int DRAWN = 20;

    /// What stands out more from the middle of a mark is a tick or a dot.
    private static final int TICKED = 38;

    private static final double LEAST_TICK = 0.07;
    private static final int SMALLEST = 9;
    private static final int LARGEST = 56;

    /// Fewer blank columns are within a thing.
    private static final int GAP = 2;

    /// A mark with its label's beginning is so many times as wide as high at most.
    private static final int WIDTHS = 3;

    /// Steps of brightness that count as one tone.
    private static final int TONE = 8;

    /// Looks for the mark of a control: the first thing on it that is about as wide as high.
    ///
    /// @param control where mark and label are, to a few pixels
    static Optional<Mark> of(Picture picture, Box control) {
        int left = Math.max(0, control.x() - control.height());
        int right = Math.min(picture.width, control.x() + WIDTHS * control.height());
        int top = Math.max(0, control.y() - 2); // not as far as the next row
        int bottom = Math.min(picture.height, control.bottom() + 2);
        Box region = new Box(left, top, right - left, bottom - top);
        int paper = commonest(picture, region);
        return things(picture, region, paper).stream()
                .filter(box -> isSquare(box) && box.x() <= control.x() + control.height())
                .findFirst()
                .map(box ->
                        new Mark(
                                box,
                                shape(picture, box, paper),
                                isOutlined(picture, box, paper),
                                isTicked(picture, box)));
    }

    private static boolean isSquare(Box box) {
        int size = Math.max(box.width(), box.height());
        int other = Math.min(box.width(), box.height());
        return other >= SMALLEST && size <= LARGEST && other * 4 >= size * 3;
    }

    /// What stands out, from left to right, with blank columns between.
    private static List<Box> things(Picture picture, Box region, int paper) {
        List<Box> things = new ArrayList<>();
        int start = -1;
        int end = -1;
        for (int x = region.x(); x <= region.right(); x++) {
            boolean drawn =
                    x < region.right() && rows(picture, region, x, x + 1, paper).isPresent();
            if (drawn) {
                start = start < 0 ? x : start;
                end = x + 1;
            } else if (start >= 0 && (x - end >= GAP || x == region.right())) {
                rows(picture, region, start, end, paper).ifPresent(things::add);
                start = -1;
            }
        }
        return things;
    }

    /// Around all that stands out in some columns.
    private static Optional<Box> rows(Picture picture, Box region, int from, int to, int paper) {
        int top = region.bottom();
        int bottom = region.y();
        for (int y = region.y(); y < region.bottom(); y++) {
            for (int x = from; x < to; x++) {
                if (Math.abs(picture.grey(x, y) - paper) > DRAWN) {
                    top = Math.min(top, y);
                    bottom = y + 1;
                }
            }
        }
        return top < bottom
                ? Optional.of(new Box(from, top, to - from, bottom - top))
                : Optional.empty();
    }

    /// Circles have no corners, and squares have four, if rounded ones.
    private static Optional<Control.Kind> shape(Picture picture, Box mark, int paper) {
        int size = Math.max(2, mark.width() / 9);
        int corners = 0;
        for (int x : List.of(mark.x(), mark.right() - size)) {
            for (int y : List.of(mark.y(), mark.bottom() - size)) {
                Box corner = new Box(x, y, size, size);
                corners += rows(picture, corner, x, x + size, paper).isPresent() ? 1 : 0;
            }
        }
        return corners == 2
                ? Optional.empty()
                : Optional.of(corners > 2 ? Control.Kind.CHECK_BOX : Control.Kind.RADIO_BUTTON);
    }

    /// Whether two sides that meet are drawn: of some marks the others are as light as the paper.
    private static boolean isOutlined(Picture picture, Box mark, int paper) {
        int depth = Math.max(2, mark.width() / 6);
        boolean level = false;
        boolean upright = false;
        for (int far : List.of(0, 1)) {
            int y = far == 0 ? mark.y() : mark.bottom() - depth;
            int x = far == 0 ? mark.x() : mark.right() - depth;
            level |= isDrawn(picture, mark, paper, new Box(mark.x(), y, 1, depth), 1, 0);
            upright |= isDrawn(picture, mark, paper, new Box(x, mark.y(), depth, 1), 0, 1);
        }
        return level && upright;
    }

    /// Whether the middle half of a side is drawn.
    private static boolean isDrawn(
            Picture picture, Box mark, int paper, Box start, int right, int down) {
        int length = right * mark.width() + down * mark.height();
        for (int step = length / 4; step < length * 3 / 4; step++) {
            if (isBlank(picture, start.moved(right * step, down * step), paper)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(Picture picture, Box part, int paper) {
        return rows(picture, part, part.x(), part.right(), paper).isEmpty();
    }

    /// The middle of a mark that nobody ticked is of one tone.
    private static boolean isTicked(Picture picture, Box mark) {
        int aside = mark.width() / 5 + 1;
        int apart = mark.height() / 5 + 1;
        Box inner =
                new Box(
                        mark.x() + aside,
                        mark.y() + apart,
                        mark.width() - 2 * aside,
                        mark.height() - 2 * apart);
        int ground = commonest(picture, inner);
        int other = 0;
        for (int y = inner.y(); y < inner.bottom(); y++) {
            for (int x = inner.x(); x < inner.right(); x++) {
                other += Math.abs(picture.grey(x, y) - ground) > TICKED ? 1 : 0;
            }
        }
        return other >= LEAST_TICK * inner.area();
    }

    private static int commonest(Picture picture, Box box) {
        int[] counts = new int[256 / TONE];
        int best = 0;
        for (int y = box.y(); y < box.bottom(); y++) {
            for (int x = box.x(); x < box.right(); x++) {
                int tone = picture.grey(x, y) / TONE;
                counts[tone]++;
                best = counts[tone] > counts[best] ? tone : best;
            }
        }
        return best * TONE + TONE / 2;
    }
}
