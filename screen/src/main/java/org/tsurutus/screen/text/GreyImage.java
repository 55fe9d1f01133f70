package org.tsurutus.screen.text;

import org.tsurutus.screen.Frame;
import org.tsurutus.screen.ScreenException;
import org.tsurutus.screen.TextReader.Rendering;

/// A picture as OCR wants it: grey, of a fitting size, dark on light and with a margin.
///
/// @param pixels one byte each, row by row
/// @param dotsPerInch what the scaling makes of a screen's usual 96
@SuppressWarnings("ArrayRecordComponent") // handed to C at once, never compared
public record GreyImage(int width, int height, byte[] pixels, int dotsPerInch) {
    private static final int MARGIN = 6;
    private static final int MAX_PIXELS = 1 << 20;

    /// Pixels that differ from the paper by less do not tell how high the letters are.
    private static final int INK = 60;

    private static final double SMALLEST_SCALE = 0.7;
    private static final double LARGEST_SCALE = 4;
    private static final double CLEAR = 1.6;
    private static final double STARK = 40;

    /// Brings a crop of a screen to the size that reads best.
    ///
    /// @throws ScreenException when the crop is larger than a line of text can be
    public static GreyImage forReading(Frame line, Rendering rendering) {
        if (line.width() * line.height() > MAX_PIXELS) {
            throw new ScreenException(line + " is too large for a line of text; crop it first");
        }
        int[][] grey = withMargin(line);
        double scale =
                Math.clamp(
                        (double) letters(rendering) / inkedRows(grey),
                        SMALLEST_SCALE,
                        LARGEST_SCALE);
        int width = (int) Math.round(grey[0].length * scale);
        int height = (int) Math.round(grey.length * scale);
        byte[] pixels = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = (byte) between(grey, scale, x, y);
            }
        }
        if (rendering != Rendering.PLAIN) {
            sharpen(pixels, rendering == Rendering.STARK ? STARK : CLEAR);
        }
        return new GreyImage(width, height, pixels, (int) Math.round(96 * scale));
    }

    /// The height of letters that a rendering aims at, in pixels.
    private static int letters(Rendering rendering) {
        return switch (rendering) {
            case PLAIN, STARK -> 24;
            case CLEAR -> 36;
        };
    }

    private static int inkedRows(int[][] grey) {
        int first = -1;
        int last = 0;
        int paper = grey[0][0];
        for (int y = 0; y < grey.length; y++) {
            for (int value : grey[y]) {
                if (Math.abs(value - paper) > INK) {
                    first = first < 0 ? y : first;
                    last = y;
                }
            }
        }
        return first < 0 ? grey.length : last - first + 1;
    }

    /// Spreads what there is over the whole range of grey, and beyond it.
    private static void sharpen(byte[] pixels, double factor) {
        int darkest = 255;
        int brightest = 0;
        for (byte pixel : pixels) {
            darkest = Math.min(darkest, pixel & 0xFF);
            brightest = Math.max(brightest, pixel & 0xFF);
        }
        double middle = (darkest + brightest) / 2.0;
        double stretch = factor * 255 / Math.max(1, brightest - darkest);
        for (int index = 0; index < pixels.length; index++) {
            double value = ((pixels[index] & 0xFF) - middle) * stretch + 128;
            pixels[index] = (byte) Math.clamp(Math.round(value), 0, 255);
        }
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
        int[] rgb = line.pixels();
        int[] counts = new int[256];
        for (int index = 0; index < rgb.length; index++) {
            rgb[index] = luma(rgb[index]);
            counts[rgb[index]]++;
        }
        int paper = commonest(counts);
        boolean invert = paper < 128;
        int[][] grey = new int[line.height() + 2 * MARGIN][line.width() + 2 * MARGIN];
        for (int y = 0; y < grey.length; y++) {
            for (int x = 0; x < grey[0].length; x++) {
                int column = x - MARGIN;
                int row = y - MARGIN;
                boolean inside =
                        column >= 0 && row >= 0 && column < line.width() && row < line.height();
                int luma = inside ? rgb[row * line.width() + column] : paper;
                grey[y][x] = invert ? 255 - luma : luma;
            }
        }
        return grey;
    }

    private static int luma(int colour) {
        return ((colour >> 16 & 0xFF) * 299 + (colour >> 8 & 0xFF) * 587 + (colour & 0xFF) * 114)
                / 1000;
    }

    private static int commonest(int[] counts) {
        int best = 0;
        for (int grey = 1; grey < counts.length; grey++) {
            best = counts[grey] > counts[best] ? grey : best;
        }
        return best;
    }

    /// The brightness between four pixels, weighed by distance.
    private static int between(int[][] grey, double scale, int x, int y) {
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
