package org.tsurutus.screen.internal;

import org.tsurutus.screen.Frame;
import org.tsurutus.screen.ScreenException;

/// A picture as OCR wants it: grey, larger, dark on light and with a margin.
///
/// @param pixels one byte each, row by row
@SuppressWarnings("ArrayRecordComponent") // handed to C at once, never compared
public record GreyImage(int width, int height, byte[] pixels) {
    private static final int MARGIN = 6;
    private static final int MAX_PIXELS = 1 << 20;

    /// Enlarges a crop of a screen.
    ///
    /// @param scale how many times larger than on the screen
    /// @throws ScreenException when the crop is larger than a line of text can be
    public static GreyImage forReading(Frame line, int scale) {
        if (line.width() * line.height() > MAX_PIXELS) {
            throw new ScreenException(line + " is too large for a line of text; crop it first");
        }
        int[][] grey = withMargin(line);
        int width = grey[0].length * scale;
        int height = grey.length * scale;
        byte[] pixels = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = (byte) between(grey, scale, x, y);
            }
        }
        return new GreyImage(width, height, pixels);
    }

    /// Whether nothing is drawn on it.
    public boolean isBlank() {
        for (byte pixel : pixels) {
            if (pixel != pixels[0]) {
                return false;
            }
        }
        return true;
    }

    private static int[][] withMargin(Frame line) {
        int paper = Colour.luma(Histogram.of(line, line.box()).commonest());
        boolean invert = paper < 128;
        int[][] grey = new int[line.height() + 2 * MARGIN][line.width() + 2 * MARGIN];
        for (int y = 0; y < grey.length; y++) {
            for (int x = 0; x < grey[0].length; x++) {
                int column = x - MARGIN;
                int row = y - MARGIN;
                boolean inside =
                        column >= 0 && row >= 0 && column < line.width() && row < line.height();
                int luma = inside ? Colour.luma(line.at(column, row)) : paper;
                grey[y][x] = invert ? 255 - luma : luma;
            }
        }
        return grey;
    }

    /// The brightness between four pixels, weighed by distance.
    private static int between(int[][] grey, int scale, int x, int y) {
        double column = Math.clamp((x + 0.5) / scale - 0.5, 0, grey[0].length - 1.0);
        double row = Math.clamp((y + 0.5) / scale - 0.5, 0, grey.length - 1.0);
        int left = (int) column;
        int top = (int) row;
        int right = Math.min(left + 1, grey[0].length - 1);
        int bottom = Math.min(top + 1, grey.length - 1);
        double across = column - left;
        double down = row - top;
        double above = grey[top][left] * (1 - across) + grey[top][right] * across;
        double below = grey[bottom][left] * (1 - across) + grey[bottom][right] * across;
        return (int) Math.round(above * (1 - down) + below * down);
    }
}
