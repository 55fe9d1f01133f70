package org.tsurutus.screen;

import java.util.ArrayList;
import java.util.List;

/// Where two frames of one size are not the same: few boxes on a grid, which do not overlap.
public final class ChangedParts {
    /// The side of a square of the grid, in pixels.
    public static final int GRID = 32;

    private final Frame before;
    private final Frame after;
    private final List<Box> found = new ArrayList<>();

    private ChangedParts(Frame before, Frame after) {
        this.before = before;
        this.after = after;
    }

    /// The boxes from top to bottom; none where both frames are the same.
    ///
    /// @param most where there would be more than this, the one around them all
    /// @throws ScreenException when the sizes differ
    public static List<Box> between(Frame before, Frame after, int most) {
        ChangedParts parts = new ChangedParts(before, after);
        for (int top = 0; top < after.height(); top += GRID) {
            parts.addBand(top, Math.min(after.height(), top + GRID));
        }
        return parts.found.size() <= most
                ? List.copyOf(parts.found)
                : List.of(parts.found.stream().reduce(Box::with).orElseThrow());
    }

    private void addBand(int top, int bottom) {
        boolean[] changed = changedCells(top, bottom);
        for (int cell = 0; cell < changed.length; cell++) {
            int first = cell;
            while (cell < changed.length && changed[cell]) {
                cell++;
            }
            if (cell > first) {
                int left = first * GRID;
                int right = Math.min(after.width(), cell * GRID);
                add(new Box(left, top, right - left, bottom - top));
            }
        }
    }

    private boolean[] changedCells(int top, int bottom) {
        int width = after.width();
        boolean[] changed = new boolean[(width + GRID - 1) / GRID];
        for (int y = top; y < bottom; y++) {
            if (after.isSameRow(before, y, 0, width)) {
                continue;
            }
            for (int cell = 0; cell < changed.length; cell++) {
                int from = cell * GRID;
                int to = Math.min(width, from + GRID);
                changed[cell] = changed[cell] || !after.isSameRow(before, y, from, to);
            }
        }
        return changed;
    }

    /// A box that is as wide as one that ends above it makes that one longer.
    private void add(Box box) {
        for (int index = found.size() - 1; index >= 0; index--) {
            Box above = found.get(index);
            if (above.bottom() == box.y() && above.x() == box.x() && above.width() == box.width()) {
                int height = above.height() + box.height();
                found.set(index, new Box(above.x(), above.y(), above.width(), height));
                return;
            }
        }
        found.add(box);
    }
}
