package org.tsurutus.screen.sight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsurutus.screen.Box;

/// Finds the edges around a line of text.
///
/// @param inside within the innermost edges
/// @param outside the outermost edges that lie close around those
record Enclosure(Box inside, Box outside) {
    private static final int MOST_EDGES = 6;
    private static final int DEEPEST_BORDER = 4;
    private static final int LAYERS = 3;
    private static final int COMMAND_LINES = 8;
    private static final int LOWEST_ROUND = 24;

    /// The nearest unbroken rectangle of edges around a line of text, if there is one of a button's
    /// size.
    static Optional<Enclosure> around(Picture picture, Box text) {
        return new Search(picture, text)
                .find()
                .map(inside -> new Enclosure(inside, outermost(picture, inside)));
    }

    /// The edges of a large button whose heading this is: more stands below it.
    static Optional<Enclosure> below(Picture picture, Box heading) {
        return new Search(picture, heading)
                .findBelow()
                .map(inside -> new Enclosure(inside, outermost(picture, inside)));
    }

    /// Whether both are the same edges, but for a pixel.
    boolean isLike(Enclosure other) {
        return Math.abs(inside.x() - other.inside.x()) <= 1
                && Math.abs(inside.y() - other.inside.y()) <= 1
                && Math.abs(inside.right() - other.inside.right()) <= 1
                && Math.abs(inside.bottom() - other.inside.bottom()) <= 1;
    }

    private static Box outermost(Picture picture, Box inside) {
        Box box = inside;
        for (int layer = 0; layer < LAYERS; layer++) {
            Optional<Box> wider = wider(picture, box);
            if (wider.isEmpty()) {
                break;
            }
            box = wider.get();
        }
        return box;
    }

    private static Optional<Box> wider(Picture picture, Box box) {
        int corner = Math.min(6, box.height() / 4);
        int left = box.x();
        int right = box.right();
        int top = box.y();
        int bottom = box.bottom();
        int sides = 0;
        for (int step = 1; step <= DEEPEST_BORDER; step++) {
            if (top == box.y() && picture.edgeAbove(top - step, left + corner, right - corner)) {
                top -= step;
                sides++;
            }
            if (bottom == box.bottom()
                    && picture.edgeAbove(bottom + step, left + corner, right - corner)) {
                bottom += step;
                sides++;
            }
            if (left == box.x()
                    && picture.edgeLeftOf(left - step, box.y() + corner, box.bottom() - corner)) {
                left -= step;
                sides++;
            }
            if (right == box.right()
                    && picture.edgeLeftOf(right + step, box.y() + corner, box.bottom() - corner)) {
                right += step;
                sides++;
            }
        }
        return sides >= 3
                ? Optional.of(new Box(left, top, right - left, bottom - top))
                : Optional.empty();
    }

    private static final class Search {
        private final Picture picture;
        private final Box text;
        private final int room;

        private Search(Picture picture, Box text) {
            this.picture = picture;
            this.text = text;
            room = Math.max(14, text.height() * 2);
        }

        Optional<Box> find() {
            return find(room, false);
        }

        Optional<Box> findBelow() {
            return find(COMMAND_LINES * text.height(), true);
        }

        private Optional<Box> find(int roomBelow, boolean heading) {
            List<Integer> tops = new ArrayList<>();
            for (int y = text.y(); y > text.y() - room && tops.size() < MOST_EDGES; y--) {
                if (picture.edgeAbove(y, text.x(), text.right())) {
                    tops.add(y);
                }
            }
            if (tops.isEmpty()) {
                return Optional.empty();
            }
            List<Integer> bottoms = new ArrayList<>();
            for (int y = text.bottom();
                    y < text.bottom() + roomBelow && bottoms.size() < MOST_EDGES;
                    y++) {
                if (picture.edgeAbove(y, text.x(), text.right())) {
                    bottoms.add(y);
                }
            }
            if (bottoms.isEmpty()) {
                return Optional.empty();
            }
            Optional<Box> straight = between(tops, bottoms, heading);
            return straight.isPresent() || heading ? straight : rounded(tops, bottoms);
        }

        /// Edges whose ends are half circles: only above and below are they straight.
        private Optional<Box> rounded(List<Integer> tops, List<Integer> bottoms) {
            for (int top : tops) {
                for (int bottom : bottoms) {
                    int radius = (bottom - top) / 2;
                    if (!isCentred(top, bottom) || bottom - top < LOWEST_ROUND) {
                        continue;
                    }
                    int left = Math.max(end(top, -1), end(bottom, -1));
                    int right = Math.min(end(top, 1), end(bottom, 1));
                    boolean level =
                            Math.abs(end(top, -1) - end(bottom, -1)) <= 4
                                    && Math.abs(end(top, 1) - end(bottom, 1)) <= 4;
                    if (level && closes(left, -1, top, radius) && closes(right, 1, top, radius)) {
                        int from = Math.max(0, left - radius);
                        int to = Math.min(picture.width, right + radius);
                        if (to - from < 2 * (bottom - top)) {
                            continue;
                        }
                        return Optional.of(new Box(from, top, to - from, bottom - top));
                    }
                }
            }
            return Optional.empty();
        }

        /// How far an edge goes on beside the text.
        private int end(int y, int step) {
            int x = step < 0 ? text.x() : text.right() - 1;
            int reach = 16 * text.height();
            for (int run = 0; run < reach; run++) {
                int next = x + step;
                int from = Math.min(next, next + step * 3);
                if (!picture.edgeAbove(y, from, from + 4)) {
                    return x;
                }
                x = next;
            }
            return x;
        }

        /// Whether an upright edge stands at half height within the circle at an end.
        private boolean closes(int end, int step, int top, int radius) {
            int middle = top + radius;
            for (int distance = 0; distance <= radius + 6; distance++) {
                if (picture.edgeLeftOf(end + step * distance, middle - 3, middle + 3)) {
                    return distance * 2 >= radius;
                }
            }
            return false;
        }

        private Optional<Box> between(List<Integer> tops, List<Integer> bottoms, boolean heading) {
            int reach = (heading ? 60 : 16) * text.height() + 20;
            List<Integer> lefts = new ArrayList<>();
            for (int x = text.x() - 1; x > text.x() - reach && lefts.size() < MOST_EDGES; x--) {
                if (picture.edgeLeftOf(x, text.y(), text.bottom())) {
                    lefts.add(x);
                }
            }
            List<Integer> rights = new ArrayList<>();
            for (int x = text.right() + 1;
                    x < text.right() + reach && rights.size() < MOST_EDGES;
                    x++) {
                if (picture.edgeLeftOf(x, text.y(), text.bottom())) {
                    rights.add(x);
                }
            }
            for (int top : tops) {
                for (int bottom : bottoms) {
                    if (isCentred(top, bottom) == heading) {
                        continue;
                    }
                    for (int left : lefts) {
                        for (int right : rights) {
                            if (isUnbroken(left, top, right, bottom)) {
                                return Optional.of(new Box(left, top, right - left, bottom - top));
                            }
                        }
                    }
                }
            }
            return Optional.empty();
        }

        private boolean isCentred(int top, int bottom) {
            int above = text.y() - top;
            int below = bottom - text.bottom();
            return Math.abs(above - below) <= Math.max(6, text.height() * 4 / 5);
        }

        private boolean isUnbroken(int left, int top, int right, int bottom) {
            int corner = Math.min((bottom - top) / 4, 6);
            return picture.edgeAbove(top, left + corner, right - corner)
                    && picture.edgeAbove(bottom, left + corner, right - corner)
                    && picture.edgeLeftOf(left, top + corner, bottom - corner)
                    && picture.edgeLeftOf(right, top + corner, bottom - corner);
        }
    }
}
