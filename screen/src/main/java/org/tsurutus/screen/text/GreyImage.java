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

    private static final int FEWEST_DOTS = 5;
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
                pixels[y * width + x] =
                        (byte)
                                (rendering == Rendering.CLEAR
                                        ? around(grey, scale, x, y)
                                        : between(grey, scale, x, y));
            }
        }
        switch (rendering) {
            case PLAIN, SMALL -> {}
            case CLEAR -> sharpen(pixels, CLEAR);
            case STARK -> sharpen(pixels, STARK);
        }
        return new GreyImage(width, height, pixels, (int) Math.round(96 * scale));
    }

    /// The height of letters that a rendering aims at, in pixels.
    private static int letters(Rendering rendering) {
        return switch (rendering) {
            case PLAIN -> 28;
            case CLEAR -> 36;
            case STARK -> 24;
            case SMALL -> 20;
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
            rgb[index] = Frame.luma(rgb[index]);
            counts[rgb[index]]++;
        }
        int paper = commonest(counts);
        eraseDots(rgb, line.width(), line.height(), paper);
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

    /// Erases the dotted rectangle that shows the keyboard's focus: rows and columns of lone
    /// pixels.
    private static void eraseDots(int[] luma, int width, int height, int paper) {
        for (int y = 0; y < height; y++) {
            eraseDots(luma, y * width, 1, width, paper);
        }
        for (int x = 0; x < width; x++) {
            eraseDots(luma, x, width, height, paper);
        }
    }

    private static void eraseDots(int[] luma, int start, int step, int count, int paper) {
        int inked = 0;
        int lone = 0;
        for (int each = 1; each + 1 < count; each++) {
            int index = start + each * step;
            if (isInk(luma[index], paper)) {
                inked++;
                boolean alone =
                        !isInk(luma[index - step], paper) && !isInk(luma[index + step], paper);
                lone += alone ? 1 : 0;
            }
        }
        if (lone >= FEWEST_DOTS && lone * 10 >= inked * 9 && lone * 3 >= count) {
            for (int each = 0; each < count; each++) {
                luma[start + each * step] = paper;
            }
        }
    }

    private static boolean isInk(int luma, int paper) {
        return Math.abs(luma - paper) > INK;
    }

    private static int commonest(int[] counts) {
        int best = 0;
        for (int grey = 1; grey < counts.length; grey++) {
            best = counts[grey] > counts[best] ? grey : best;
        }
        return best;
    }

    /// The brightness of sixteen pixels, weighed by a bell curve: smooths the steps of small
    /// letters.
    private static int around(int[][] grey, double scale, int x, int y) {
        double column = (x + 0.5) / scale - 0.5;
        double row = (y + 0.5) / scale - 0.5;
        int left = (int) Math.floor(column);
        int top = (int) Math.floor(row);
        double sum = 0;
        double weights = 0;
        for (int v = top - 1; v <= top + 2; v++) {
            int[] line = grey[Math.clamp(v, 0, grey.length - 1)];
            for (int u = left - 1; u <= left + 2; u++) {
                double weight =
                        Math.exp(-2 * ((column - u) * (column - u) + (row - v) * (row - v)));
                sum += weight * line[Math.clamp(u, 0, line.length - 1)];
                weights += weight;
            }
        }
        return (int) Math.round(sum / weights);
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
