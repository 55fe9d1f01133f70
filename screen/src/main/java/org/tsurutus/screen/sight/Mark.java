package org.tsurutus.screen.sight;

import java.util.Optional;
import org.tsurutus.screen.Box;

/// The square or circle before a line of text that can be ticked.
///
/// @param box its outermost edge
/// @param round whether it is a circle
/// @param checked whether something is drawn in it
record Mark(Box box, boolean round, boolean checked) {
    private static final int SMALLEST = 12;
    private static final int MARGIN = 8;

    /// Less is between letters, in pixels.
    private static final int GAP = 2;

    /// Differences of brightness that are worth a closer look.
    private static final int FAINT = 8;

    /// What stands out less is paper: first in clean pictures, then in noisy ones and on shaded
    /// paper.
    private static final int[] TOLERANCES = {8, 24};

    /// Looks for a mark at the beginning of a line or before it.
    static Optional<Mark> before(Picture picture, TextLine line) {
        return hasGap(line)
                ? within(picture, line, MARGIN).or(() -> beside(picture, line))
                : beside(picture, line);
    }

    private static Optional<Mark> beside(Picture picture, TextLine line) {
        int reach = reach(line) + MARGIN;
        return isAnythingLeft(picture, line.box(), reach)
                ? within(picture, line, reach)
                : Optional.empty();
    }

    /// How far a mark and the space behind it may go.
    private static int reach(TextLine line) {
        return line.box().height() * 5 / 2 + MARGIN;
    }

    /// Looks for a mark from so many pixels left of a line's beginning on.
    private static Optional<Mark> within(Picture picture, TextLine line, int before) {
        Box box = line.box();
        int left = Math.max(0, box.x() - before);
        int top = Math.max(0, box.y() - box.height() / 3 - MARGIN);
        int right = Math.min(picture.width, box.x() + (before == MARGIN ? reach(line) : MARGIN));
        int bottom = Math.min(picture.height, box.bottom() + box.height() / 3 + MARGIN);
        if (right - left < SMALLEST || bottom - top < SMALLEST) {
            return Optional.empty();
        }
        Box region = new Box(left, top, right - left, bottom - top);
        Ground ground = Ground.of(picture, region);
        for (int tolerance : TOLERANCES) {
            MarkSearch search = new MarkSearch(picture, line, Pieces.on(ground, tolerance));
            Optional<Mark> mark = search.find();
            if (mark.isPresent()) {
                return mark;
            }
        }
        return Optional.empty();
    }

    /// Whether the first thing on a line stands apart from the rest, as letters do not.
    private static boolean hasGap(TextLine line) {
        Box box = line.box();
        int end = box.x();
        for (Box part : line.parts()) {
            if (part.x() - end >= GAP && part.x() <= box.x() + reach(line)) {
                return true;
            }
            end = Math.max(end, part.right());
        }
        Box first = line.parts().getFirst();
        return first.width() >= SMALLEST;
    }

    private static boolean isAnythingLeft(Picture picture, Box box, int reach) {
        int y = box.y() + box.height() / 2;
        int paper = picture.grey(Math.max(0, box.x() - 2), y);
        for (int x = Math.max(0, box.x() - reach); x < box.x(); x++) {
            if (Math.abs(picture.grey(x, y) - paper) >= FAINT) {
                return true;
            }
        }
        return false;
    }
}
