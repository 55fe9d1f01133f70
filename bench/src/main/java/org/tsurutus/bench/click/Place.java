package org.tsurutus.bench.click;

import org.tsurutus.screen.Box;

/// A rectangle as the truth tells it; unlike a [Box] it may reach out of the frame.
///
/// @param x the leftmost column, in pixels of the frame
/// @param y the topmost row
/// @param width in pixels, 0 or more
/// @param height in pixels, 0 or more
public record Place(int x, int y, int width, int height) {
    /// The place of a box.
    public static Place of(Box box) {
        return new Place(box.x(), box.y(), box.width(), box.height());
    }

    /// The part of it that lies in a frame of that size; empty places have no width.
    public Place within(int frameWidth, int frameHeight) {
        return common(new Place(0, 0, frameWidth, frameHeight));
    }

    /// How much of both together is in both: 0 to 1.
    public double overlap(Place other) {
        long both = common(other).area();
        long either = area() + other.area() - both;
        return either == 0 ? 0 : (double) both / either;
    }

    /// Whether the pixel lies in it.
    public boolean contains(int column, int row) {
        return column >= x && column < x + width && row >= y && row < y + height;
    }

    private Place common(Place other) {
        int left = Math.max(x, other.x);
        int top = Math.max(y, other.y);
        int right = Math.min(x + width, other.x + other.width);
        int bottom = Math.min(y + height, other.y + other.height);
        return new Place(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }

    private long area() {
        return (long) width * height;
    }
}
