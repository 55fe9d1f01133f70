package org.tsurutus.screen.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.internal.Outline.Relief;

/// Joins strokes into boxes of a button's size.
final class OutlineFinder {
    private static final int MIN_WIDTH = 36;
    private static final int MAX_WIDTH = 420;
    private static final int MIN_HEIGHT = 15;
    private static final int MAX_HEIGHT = 64;

    /// Rounded corners leave strokes short of the corner by this many pixels.
    private static final int CORNER = 4;

    /// A frame full of drawn boxes is a picture, not a dialog.
    private static final int MAX_OUTLINES = 4000;

    private final List<Line> horizontal;
    private final Map<Integer, List<Line>> horizontalByFirst = new HashMap<>();
    private final Map<Integer, List<Line>> verticalByColumn = new HashMap<>();

    private OutlineFinder(Frame frame) {
        horizontal = LineFinder.horizontal(frame, MIN_WIDTH - 2 * CORNER, MAX_WIDTH);
        for (Line line : horizontal) {
            horizontalByFirst.computeIfAbsent(line.from(), _ -> new ArrayList<>()).add(line);
        }
        for (Line line : LineFinder.vertical(frame, MIN_HEIGHT - 2 * CORNER, MAX_HEIGHT)) {
            verticalByColumn.computeIfAbsent(line.at(), _ -> new ArrayList<>()).add(line);
        }
    }

    /// All boxes, many of them nested in each other, at most a few thousand.
    static List<Outline> find(Frame frame) {
        return new OutlineFinder(frame).find();
    }

    private List<Outline> find() {
        List<Outline> outlines = new ArrayList<>();
        for (Line top : horizontal) {
            for (int first = top.from() - CORNER; first <= top.from() + CORNER; first++) {
                for (Line bottom : below(top, horizontalByFirst.getOrDefault(first, List.of()))) {
                    enclose(top, bottom).ifPresent(outlines::add);
                    if (outlines.size() == MAX_OUTLINES) {
                        return outlines;
                    }
                }
            }
        }
        return outlines;
    }

    /// The lines, sorted from the top down, that can be the bottom edge to the top one.
    private static List<Line> below(Line top, List<Line> lines) {
        int first = firstAtOrBelow(lines, top.at() + MIN_HEIGHT - 1);
        List<Line> bottoms = new ArrayList<>();
        for (int index = first; index < lines.size(); index++) {
            Line line = lines.get(index);
            if (line.at() >= top.at() + MAX_HEIGHT) {
                break;
            }
            if (Math.abs(line.to() - top.to()) <= CORNER) {
                bottoms.add(line);
            }
        }
        return bottoms;
    }

    private static int firstAtOrBelow(List<Line> lines, int row) {
        int low = 0;
        int high = lines.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (lines.get(middle).at() < row) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Optional<Outline> enclose(Line top, Line bottom) {
        int firstColumn = Math.min(top.from(), bottom.from());
        int lastColumn = Math.max(top.to(), bottom.to());
        Optional<Line> left = side(firstColumn - CORNER, firstColumn + 1, top, bottom);
        Optional<Line> right = side(lastColumn + CORNER, lastColumn - 1, top, bottom);
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        Outline outline = Outline.of(left.get(), top, right.get(), bottom);
        boolean plausible =
                outline.box().width() >= MIN_WIDTH
                        && outline.box().width() <= MAX_WIDTH
                        && outline.relief() != Relief.NONE;
        return plausible ? Optional.of(outline) : Optional.empty();
    }

    /// The outermost stroke that joins top and bottom, from the outer column to the inner one.
    private Optional<Line> side(int outer, int inner, Line top, Line bottom) {
        int step = Integer.signum(inner - outer);
        for (int column = outer; column != inner + step; column += step) {
            for (Line line : verticalByColumn.getOrDefault(column, List.of())) {
                if (line.from() >= top.at() - 1
                        && line.from() <= top.at() + CORNER
                        && line.to() <= bottom.at() + 1
                        && line.to() >= bottom.at() - CORNER) {
                    return Optional.of(line);
                }
            }
        }
        return Optional.empty();
    }
}
