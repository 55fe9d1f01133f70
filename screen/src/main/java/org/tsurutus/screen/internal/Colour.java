package org.tsurutus.screen.internal;

/// Arithmetic on `0xRRGGBB`.
final class Colour {
    /// Channels that differ by no more than this count as the same paint.
    private static final int SAME = 4;

    private Colour() {}

    /// Brightness, 0 to 255.
    static int luma(int colour) {
        return (red(colour) * 299 + green(colour) * 587 + blue(colour) * 114) / 1000;
    }

    /// Whether both are the same paint.
    static boolean same(int one, int other) {
        return one == other || distance(one, other) <= SAME;
    }

    /// The largest difference of a channel, 0 to 255.
    static int distance(int one, int other) {
        return Math.max(
                Math.abs(red(one) - red(other)),
                Math.max(Math.abs(green(one) - green(other)), Math.abs(blue(one) - blue(other))));
    }

    /// How far from grey, 0 to 255.
    static int saturation(int colour) {
        int most = Math.max(red(colour), Math.max(green(colour), blue(colour)));
        int least = Math.min(red(colour), Math.min(green(colour), blue(colour)));
        return most - least;
    }

    private static int red(int colour) {
        return (colour >> 16) & 0xFF;
    }

    private static int green(int colour) {
        return (colour >> 8) & 0xFF;
    }

    private static int blue(int colour) {
        return colour & 0xFF;
    }
}
