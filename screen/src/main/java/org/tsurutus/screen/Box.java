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

    /// How many pixels it has.
    public long area() {
        return (long) width * height;
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

    /// How many pixels lie in both.
    public long shared(Box other) {
        int across = Math.min(right(), other.right()) - Math.max(x, other.x);
        int down = Math.min(bottom(), other.bottom()) - Math.max(y, other.y);
        return across <= 0 || down <= 0 ? 0 : (long) across * down;
    }

    /// Whether both have pixels in common.
    public boolean overlaps(Box other) {
        return other.x < right() && x < other.right() && other.y < bottom() && y < other.bottom();
    }

    /// The same size at another place.
    ///
    /// @throws ScreenException when that is left of or above the frame
    public Box moved(int right, int down) {
        return new Box(x + right, y + down, width, height);
    }

    /// The box with its sides moved outwards, cut at those of `limits`, in which it lies.
    public Box grown(int by, Box limits) {
        int left = Math.max(limits.x, x - by);
        int top = Math.max(limits.y, y - by);
        return new Box(
                left,
                top,
                Math.min(limits.right(), right() + by) - left,
                Math.min(limits.bottom(), bottom() + by) - top);
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
