package org.tsurutus.screen.internal;

import java.util.Optional;
import org.tsurutus.screen.Box;
import org.tsurutus.screen.Frame;

/// What lies inside a button's edges.
///
/// @param inside the part that holds the label, inside all edges and the focus rectangle
/// @param ink the smallest box around what is drawn on it
/// @param share the fraction of `inside` that is bare, 0 to 1
/// @param focused whether a dotted rectangle lies around the label
record Face(Box inside, Box ink, double share, boolean focused) {
    private static final int DEEPEST_EDGE = 7;
    private static final double CALM_SHARE = 0.6;
    private static final int STEP = 12;
    private static final double DOTTED_SHARE = 0.8;
    private static final int MIN_INK = 8;

    /// Whether the label stands in the middle, as labels of buttons do and text of fields does not.
    boolean centred() {
        int leftGap = ink.x() - inside.x();
        int rightGap = inside.right() - ink.right();
        return Math.abs(leftGap - rightGap) <= Math.max(12, inside.width() / 4);
    }

    /// Looks inside an outline.
    ///
    /// @return empty where nothing is written
    static Optional<Face> of(Frame frame, Box box) {
        int deepestRow = Math.min(DEEPEST_EDGE, box.height() / 4);
        int deepestColumn = Math.min(DEEPEST_EDGE, box.width() / 4);
        int top = edge(frame, row(box, 0), 0, 1, deepestRow);
        int bottom = edge(frame, row(box, box.height() - 1), 0, -1, deepestRow);
        int left = edge(frame, column(box, 0), 1, 0, deepestColumn);
        int right = edge(frame, column(box, box.width() - 1), -1, 0, deepestColumn);
        Box inside =
                new Box(
                        box.x() + left,
                        box.y() + top,
                        box.width() - left - right,
                        box.height() - top - bottom);
        boolean focused = false;
        for (int depth = 2; depth <= deepestRow; depth++) {
            focused |= dotted(frame, row(box, depth));
        }
        return ink(frame, inside, focused);
    }

    private static Optional<Face> ink(Frame frame, Box inside, boolean focused) {
        int firstColumn = inside.right();
        int lastColumn = inside.x();
        int firstRow = inside.bottom();
        int lastRow = inside.y();
        int count = 0;
        for (int y = inside.y(); y < inside.bottom(); y++) {
            int bare = Histogram.of(frame, new Box(inside.x(), y, inside.width(), 1)).commonest();
            for (int x = inside.x(); x < inside.right(); x++) {
                if (Colour.distance(frame.at(x, y), bare) > STEP) {
                    count++;
                    firstColumn = Math.min(firstColumn, x);
                    lastColumn = Math.max(lastColumn, x);
                    firstRow = Math.min(firstRow, y);
                    lastRow = Math.max(lastRow, y);
                }
            }
        }
        if (count < MIN_INK) {
            return Optional.empty();
        }
        Box ink =
                new Box(
                        firstColumn,
                        firstRow,
                        lastColumn - firstColumn + 1,
                        lastRow - firstRow + 1);
        double share = 1 - (double) count / (inside.width() * inside.height());
        return Optional.of(new Face(inside, ink, share, focused));
    }

    /// How many rows or columns from an outer one inwards belong to edges: up to the last one that
    /// is not of one colour, or that changes colour abruptly.
    private static int edge(Frame frame, Box outer, int right, int down, int deepest) {
        int edge = 1;
        Histogram current = Histogram.of(frame, outer);
        for (int depth = 0; depth <= deepest; depth++) {
            Histogram next =
                    Histogram.of(frame, moved(outer, (depth + 1) * right, (depth + 1) * down));
            boolean calm =
                    current.share() >= CALM_SHARE
                            && Colour.distance(current.commonest(), next.commonest()) <= STEP;
            if (!calm) {
                edge = depth + 1;
            }
            current = next;
        }
        return edge;
    }

    private static boolean dotted(Frame frame, Box row) {
        int alternating = 0;
        for (int x = row.x() + 1; x < row.right() - 1; x++) {
            int pixel = frame.at(x, row.y());
            boolean changes =
                    Colour.distance(pixel, frame.at(x - 1, row.y())) > STEP
                            && Colour.same(frame.at(x - 1, row.y()), frame.at(x + 1, row.y()));
            alternating += changes ? 1 : 0;
        }
        return alternating >= (row.width() - 2 * DEEPEST_EDGE) * DOTTED_SHARE;
    }

    private static Box row(Box box, int depth) {
        return new Box(box.x(), box.y() + depth, box.width(), 1);
    }

    private static Box column(Box box, int depth) {
        return new Box(box.x() + depth, box.y(), 1, box.height());
    }

    private static Box moved(Box box, int right, int down) {
        return new Box(box.x() + right, box.y() + down, box.width(), box.height());
    }
}
