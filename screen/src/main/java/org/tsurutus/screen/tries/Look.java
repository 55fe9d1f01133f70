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

    private final int width;
    private final int height;
    private final byte[] cells;

    private Look(int width, int height, byte[] cells) {
        this.width = width;
        this.height = height;
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
        return new Look(region.width(), region.height(), cells);
    }

    private static boolean covered(List<Box> boxes, int x, int y) {
        for (Box box : boxes) {
            if (box.contains(x, y)) {
                return true;
            }
        }
        return false;
    }

    /// Whether a person would call both the same: same size, and hardly a cell differs.
    public boolean isLike(Look other) {
        if (width != other.width || height != other.height) {
            return false;
        }
        int different = 0;
        for (int cell = 0; cell < cells.length; cell++) {
            int distance = Math.abs((cells[cell] & 0xFF) - (other.cells[cell] & 0xFF));
            different += distance > NOTICEABLE ? 1 : 0;
        }
        return different <= cells.length * ALIKE;
    }
}
