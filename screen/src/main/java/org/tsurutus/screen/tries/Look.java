package org.tsurutus.screen.tries;

import java.util.List;
import org.tsurutus.screen.Box;
import org.tsurutus.screen.Frame;

/// A coarse memory of a picture, small enough to keep many: the mean brightness of every 8 x 8
/// pixels.
public final class Look {
    private static final int CELL = 8;
    private static final int NOTICEABLE = 6;
    private static final double ALIKE = 0.02;

    /// Where a panel ends is seen to a few pixels, not always to the same.
    private static final int SLACK = 6;

    private final int width;
    private final int height;
    private final int columns;
    private final byte[] cells;

    private Look(int width, int height, int columns, byte[] cells) {
        this.width = width;
        this.height = height;
        this.columns = columns;
        this.cells = cells;
    }

    /// Remembers a region of a frame.
    ///
    /// @param ignored boxes that count as black
    public static Look of(Frame frame, Box region, List<Box> ignored) {
        int columns = (region.width() + CELL - 1) / CELL;
        int rows = (region.height() + CELL - 1) / CELL;
        int[] sums = new int[columns * rows];
        int[] counts = new int[columns * rows];
        for (int y = region.y(); y < region.bottom(); y++) {
            for (int x = region.x(); x < region.right(); x++) {
                int cell = (y - region.y()) / CELL * columns + (x - region.x()) / CELL;
                counts[cell]++;
                sums[cell] += covered(ignored, x, y) ? 0 : Frame.luma(frame.at(x, y));
            }
        }
        byte[] cells = new byte[sums.length];
        for (int cell = 0; cell < cells.length; cell++) {
            cells[cell] = (byte) (sums[cell] / counts[cell]);
        }
        return new Look(region.width(), region.height(), columns, cells);
    }

    private static boolean covered(List<Box> boxes, int x, int y) {
        for (Box box : boxes) {
            if (box.contains(x, y)) {
                return true;
            }
        }
        return false;
    }

    /// Whether a person would call both the same: about the same size, and hardly a cell differs
    /// from all that are near its place in the other.
    public boolean isLike(Look other) {
        return Math.abs(width - other.width) <= SLACK
                && Math.abs(height - other.height) <= SLACK
                && differing(other) <= cells.length * ALIKE
                && other.differing(this) <= other.cells.length * ALIKE;
    }

    private int differing(Look other) {
        int differing = 0;
        for (int cell = 0; cell < cells.length; cell++) {
            differing += other.has(cells[cell] & 0xFF, cell % columns, cell / columns) ? 0 : 1;
        }
        return differing;
    }

    /// Whether a brightness lies between those of the cells around a place.
    private boolean has(int brightness, int column, int row) {
        int least = 255;
        int most = 0;
        int rows = cells.length / columns;
        for (int y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
            for (int x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
                int near = cells[y * columns + x] & 0xFF;
                least = Math.min(least, near);
                most = Math.max(most, near);
            }
        }
        return brightness >= least - NOTICEABLE && brightness <= most + NOTICEABLE;
    }
}
