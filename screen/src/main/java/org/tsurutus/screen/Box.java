package org.tsurutus.screen;

/// A rectangle of a frame, in pixels from its top left corner.
///
/// @param x the leftmost column, 0 or more
/// @param y the topmost row, 0 or more
/// @param width columns, 1 or more
/// @param height rows, 1 or more
public record Box(int x, int y, int width, int height) {
    public Box {
        if (x < 0 || y < 0 || width < 1 || height < 1) {
            throw new ScreenException(
                    "no box at %d,%d of %d x %d pixels; a box begins inside the frame and is not empty"
                            .formatted(x, y, width, height));
        }
    }

    /// The first column to the right of the box.
    public int right() {
        return x + width;
    }

    /// The first row below the box.
    public int bottom() {
        return y + height;
    }

    /// Whether the pixel lies in the box.
    public boolean contains(int column, int row) {
        return column >= x && column < right() && row >= y && row < bottom();
    }

    /// Whether the other box lies wholly in this one.
    public boolean contains(Box other) {
        return other.x >= x
                && other.y >= y
                && other.right() <= right()
                && other.bottom() <= bottom();
    }

    /// Whether both have pixels in common.
    public boolean overlaps(Box other) {
        return other.x < right() && x < other.right() && other.y < bottom() && y < other.bottom();
    }

    /// The smallest box around both.
    public Box with(Box other) {
        int left = Math.min(x, other.x);
        int top = Math.min(y, other.y);
        return new Box(
                left,
                top,
                Math.max(right(), other.right()) - left,
                Math.max(bottom(), other.bottom()) - top);
    }
}
