package org.tsurutus.screen.sight;

import org.tsurutus.screen.Box;
import org.tsurutus.screen.Frame;

/// The pixels of a frame as recognition looks at them: brightness and tint.
///
/// Edges lie between two pixels and have the number of the second.
final class Picture {
    /// Edges weaker than this, in steps of 255, are taken for noise.
    private static final double WEAKEST_EDGE = 4.5;

    /// The fraction of an edge that must show it.
    private static final double UNBROKEN = 0.78;

    private static final int SAME = 2;

    final int width;
    final int height;

    private final int[] rgb;
    private final short[] grey;
    private final short[] tint;

    private Picture(int width, int height, int[] rgb) {
        this.width = width;
        this.height = height;
        this.rgb = rgb;
        grey = new short[rgb.length];
        tint = new short[rgb.length];
        for (int index = 0; index < rgb.length; index++) {
            int colour = rgb[index];
            int red = colour >> 16 & 0xFF;
            int green = colour >> 8 & 0xFF;
            int blue = colour & 0xFF;
            grey[index] = (short) ((red * 77 + green * 150 + blue * 29) >> 8);
            tint[index] = (short) ((red - blue) >> 1);
        }
    }

    static Picture of(Frame frame) {
        return new Picture(frame.width(), frame.height(), frame.pixels());
    }

    /// Brightness, 0 to 255.
    int grey(int x, int y) {
        return grey[y * width + x];
    }

    /// The colour, `0xRRGGBB`.
    int rgb(int x, int y) {
        return rgb[y * width + x];
    }

    boolean isInside(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height;
    }

    /// Whether an edge lies above row `y` from column `left` to before `right`.
    boolean edgeAbove(int y, int left, int right) {
        return y > 0
                && y < height
                && left >= 0
                && right <= width
                && right > left
                && (isEdge(grey, y * width + left, -width, 1, right - left)
                        || isEdge(tint, y * width + left, -width, 1, right - left));
    }

    /// Whether an edge lies left of column `x` from row `top` to before `bottom`.
    boolean edgeLeftOf(int x, int top, int bottom) {
        return x > 0
                && x < width
                && top >= 0
                && bottom <= height
                && bottom > top
                && (isEdge(grey, top * width + x, -1, width, bottom - top)
                        || isEdge(tint, top * width + x, -1, width, bottom - top));
    }

    /// Whether the values along a line all differ from their neighbours to the same side.
    private static boolean isEdge(short[] plane, int start, int neighbour, int step, int count) {
        int sum = 0;
        int brighter = 0;
        int darker = 0;
        int index = start;
        for (int each = 0; each < count; each++) {
            int difference = plane[index] - plane[index + neighbour];
            sum += difference;
            if (difference > SAME) {
                brighter++;
            } else if (difference < -SAME) {
                darker++;
            }
            index += step;
        }
        return Math.abs(sum) >= WEAKEST_EDGE * count
                && (sum > 0 ? brighter : darker) >= UNBROKEN * count;
    }

    Box box() {
        return new Box(0, 0, width, height);
    }

    /// The box with its sides moved outwards, cut at the picture's.
    Box around(Box box, int sideways, int upAndDown) {
        int left = Math.max(0, box.x() - sideways);
        int top = Math.max(0, box.y() - upAndDown);
        return new Box(
                left,
                top,
                Math.min(width, box.right() + sideways) - left,
                Math.min(height, box.bottom() + upAndDown) - top);
    }
}
