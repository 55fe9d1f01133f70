package org.tsurutus.screen.sight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsurutus.screen.Box;

/// A rectangle that something lies in, as windows and panes have.
///
/// @param box its edges
/// @param title what stands in the strip at its top, if anything does
/// @param cross the cross at its top right corner, if it has one
/// @param sides how many of its four edges were seen whole
record Window(Box box, Optional<TextLine> title, Optional<Box> cross, int sides) {
    private static final int BLOCK = 8;
    private static final int MOST_EDGES = 10;
    private static final int CORNER = 10;
    private static final int TALLEST_TITLE = 64;

    /// Rectangles around a control, the innermost first.
    ///
    /// @param lines all lines of text of the picture
    static List<Window> around(Picture picture, List<TextLine> lines, Box control) {
        return new Search(picture, lines, control).find();
    }

    /// Whether it can be closed.
    boolean closes() {
        return cross.isPresent();
    }

    /// An upright edge beside the control.
    private record Side(int x, int top, int bottom) {}

    private static final class Search {
        private final Picture picture;
        private final List<TextLine> lines;
        private final Box control;

        private Search(Picture picture, List<TextLine> lines, Box control) {
            this.picture = picture;
            this.lines = lines;
            this.control = control;
        }

        List<Window> find() {
            List<Side> lefts = sides(control.x() - 1, -1);
            List<Side> rights = sides(control.right() + 1, 1);
            List<Window> windows = new ArrayList<>();
            for (Side left : lefts) {
                for (Side right : rights) {
                    between(left, right).ifPresent(windows::add);
                }
            }
            band().ifPresent(windows::add);
            windows.sort((one, other) -> Long.compare(area(one.box()), area(other.box())));
            return windows;
        }

        /// A strip across the whole screen.
        private Optional<Window> band() {
            int top = control.y() - 4;
            while (top > 0 && !picture.edgeAbove(top, CORNER, picture.width - CORNER)) {
                top--;
            }
            int bottom = control.bottom() + 4;
            while (bottom < picture.height
                    && !picture.edgeAbove(bottom, CORNER, picture.width - CORNER)) {
                bottom++;
            }
            int height = bottom - top;
            return top > 0 && bottom < picture.height && height * 5 < picture.height * 3
                    ? Optional.of(
                            new Window(
                                    new Box(0, top, picture.width, height),
                                    Optional.empty(),
                                    Optional.empty(),
                                    4))
                    : Optional.empty();
        }

        private static long area(Box box) {
            return (long) box.width() * box.height();
        }

        private List<Side> sides(int start, int step) {
            int margin = Math.max(8, control.height() / 2);
            int top = Math.max(0, control.y() - margin);
            int bottom = Math.min(picture.height, control.bottom() + margin);
            List<Side> sides = new ArrayList<>();
            int last = start - 3 * step;
            for (int x = start;
                    x > 0 && x < picture.width && sides.size() < MOST_EDGES;
                    x += step) {
                if (Math.abs(x - last) <= 2) {
                    continue;
                }
                // other controls in the row do not reach as far up or down; windows before may hide
                // one of both
                boolean upwards = picture.edgeLeftOf(x, top, control.bottom());
                if (upwards || picture.edgeLeftOf(x, control.y() + 2, bottom)) {
                    int from = upwards ? top : control.y() + 2;
                    sides.add(new Side(x, reach(x, from, -1), reach(x, control.bottom(), 1)));
                    last = x;
                }
            }
            int border = step < 0 ? 0 : picture.width;
            sides.add(new Side(border, 0, picture.height));
            return sides;
        }

        /// How far an upright edge goes on from a row.
        private int reach(int x, int from, int step) {
            int y = from;
            while (true) {
                int next = y + step * BLOCK;
                if (next < 0 || next > picture.height) {
                    return y;
                }
                int top = Math.min(y, next);
                int bottom = Math.max(y, next);
                if (!picture.edgeLeftOf(x, top, bottom)
                        && !picture.edgeLeftOf(x - 1, top, bottom)
                        && !picture.edgeLeftOf(x + 1, top, bottom)) {
                    return y;
                }
                y = next;
            }
        }

        private Optional<Window> between(Side left, Side right) {
            int width = right.x - left.x;
            if (width < control.width() + 8) {
                return Optional.empty();
            }
            int top =
                    level(
                            Math.min(left.top, right.top),
                            Math.max(left.top, right.top),
                            left,
                            right,
                            -1);
            int bottom =
                    level(
                            Math.max(left.bottom, right.bottom),
                            Math.min(left.bottom, right.bottom),
                            left,
                            right,
                            1);
            boolean topSeen = top >= 0;
            boolean bottomSeen = bottom >= 0;
            if (!topSeen && !bottomSeen) {
                return Optional.empty();
            }
            int from = topSeen ? top : Math.max(left.top, right.top);
            int to = bottomSeen ? bottom : Math.min(left.bottom, right.bottom);
            if (from >= control.y() || to <= control.bottom() || to - from < control.height() + 8) {
                return Optional.empty();
            }
            int sides = (topSeen ? 1 : 0) + (bottomSeen ? 1 : 0);
            sides +=
                    left.top <= from + CORNER + BLOCK && left.bottom >= to - CORNER - BLOCK ? 1 : 0;
            sides +=
                    right.top <= from + CORNER + BLOCK && right.bottom >= to - CORNER - BLOCK
                            ? 1
                            : 0;
            if (sides < 3) {
                return Optional.empty();
            }
            Box box = withTitle(new Box(left.x, from, width, to - from));
            return Optional.of(new Window(box, title(box), CloseMark.of(picture, box), sides));
        }

        /// A title of the desktop's own colour ends above in nothing; its cross is there all the
        /// same.
        private Box withTitle(Box body) {
            int strip = Math.min(body.y(), CloseMark.DEPTH);
            if (strip == 0 || CloseMark.of(picture, body).isPresent()) {
                return body;
            }
            Box above = new Box(body.x(), body.y() - strip, body.width(), strip);
            return CloseMark.of(picture, above)
                    .filter(cross -> isPlain(cross, body))
                    .map(cross -> upTo(Math.max(above.y(), topOf(cross, body)), body))
                    .orElse(body);
        }

        /// Titles reach as far above the cross as below it.
        private static int topOf(Box cross, Box body) {
            return cross.y() - (body.y() - cross.bottom());
        }

        private static Box upTo(int top, Box body) {
            return new Box(body.x(), top, body.width(), body.bottom() - top);
        }

        /// Whether nothing but a button's ground is between the cross and the corner.
        private boolean isPlain(Box cross, Box body) {
            return body.y() - cross.bottom() <= 2 * cross.height()
                    && body.right() - cross.right() <= 3 * cross.height()
                    && !picture.edgeAbove(
                            cross.bottom() + 2, body.x() + CORNER, body.right() - CORNER);
        }

        /// The edge that joins both sides at their ends, the outer end first. Where another window
        /// hides a corner, half of it will do.
        ///
        /// @return its row, or -1
        private int level(int outer, int inner, Side left, Side right, int step) {
            int row = level(outer, left.x + CORNER, right.x - CORNER, step);
            if (row >= 0) {
                return row;
            }
            boolean leftIsLonger = left.bottom - left.top > right.bottom - right.top;
            for (int part = 2; part <= 5 && row < 0; part++) {
                int length = (right.x - left.x) / part;
                row =
                        leftIsLonger
                                ? level(outer, left.x + CORNER, left.x + length, step)
                                : level(outer, right.x - length, right.x - CORNER, step);
            }
            return row >= 0 ? row : level(inner, left.x + CORNER, right.x - CORNER, step);
        }

        private int level(int end, int from, int to, int step) {
            for (int distance = 0; distance <= CORNER + BLOCK; distance++) {
                for (int y : new int[] {end + step * distance, end - step * distance}) {
                    if (y == 0 || y == picture.height || picture.edgeAbove(y, from, to)) {
                        return y;
                    }
                }
            }
            return -1;
        }

        private Optional<TextLine> title(Box box) {
            return lines.stream()
                    .filter(line ->
                            isInStrip(line, box)
                                    && line.box().width() > 2 * line.box().height()
                                    && line.box().x() < box.x() + box.width() * 3 / 5)
                    .findFirst();
        }

        private static boolean isInStrip(TextLine line, Box box) {
            return line.box().y() >= box.y()
                    && line.box().bottom() <= box.y() + TALLEST_TITLE
                    && line.box().x() >= box.x()
                    && line.box().right() <= box.right();
        }
    }
}
