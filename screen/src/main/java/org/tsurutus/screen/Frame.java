package org.tsurutus.screen;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.tsurutus.screen.internal.PictureFiles;
import org.tsurutus.screen.internal.PpmParser;

/// One picture of a screen, unchangeable.
public final class Frame {
    /// The widest screen that is taken, in pixels.
    public static final int MAX_WIDTH = 7680;

    /// The highest screen that is taken, in pixels.
    public static final int MAX_HEIGHT = 4320;

    private final int width;
    private final int height;
    private final int[] rgb;

    /// Copies the pixels.
    ///
    /// @param width pixels in a row, 1 to [#MAX_WIDTH]
    /// @param height rows, 1 to [#MAX_HEIGHT]
    /// @param rgb `0xRRGGBB`, row by row; higher bits are dropped
    /// @throws ScreenException when the size is out of bounds or does not fit the pixels
    public Frame(int width, int height, int[] rgb) {
        checkSize(width, height, "frame");
        checkCount(width, height, rgb);
        this.width = width;
        this.height = height;
        this.rgb = new int[rgb.length];
        Arrays.setAll(this.rgb, index -> rgb[index] & 0xFFFFFF);
    }

    private Frame(int[] owned, int width, int height) {
        this.width = width;
        this.height = height;
        this.rgb = owned;
    }

    /// A frame of pixels that the caller gives away: they are not copied, and nobody may write to
    /// them any more.
    ///
    /// @param rgb `0xRRGGBB`, row by row; higher bits are zero
    /// @throws ScreenException when the size is out of bounds or does not fit the pixels
    public static Frame owning(int width, int height, int[] rgb) {
        checkSize(width, height, "frame");
        checkCount(width, height, rgb);
        return new Frame(rgb, width, height);
    }

    /// Refuses sizes that no screen has, before memory is taken for them.
    ///
    /// @param what what has that size, for the message
    /// @throws ScreenException when the size is out of bounds
    public static void checkSize(long width, long height, String what) {
        if (width < 1 || height < 1 || width > MAX_WIDTH || height > MAX_HEIGHT) {
            throw new ScreenException(
                    "%s of %d x %d pixels; sizes from 1 x 1 to %d x %d are taken"
                            .formatted(what, width, height, MAX_WIDTH, MAX_HEIGHT));
        }
    }

    private static void checkCount(int width, int height, int[] rgb) {
        if (rgb.length != width * height) {
            throw new ScreenException(
                    "a frame of %d x %d needs %d pixels, but got %d"
                            .formatted(width, height, width * height, rgb.length));
        }
    }

    /// Reads a PNG file.
    ///
    /// @throws ScreenException when it cannot be read, is no PNG or is too large
    public static Frame readPng(Path file) {
        return PictureFiles.readPng(file);
    }

    /// Reads a PNG, JPEG or BMP file, whichever its first bytes say it is.
    ///
    /// @throws ScreenException when it cannot be read, is something else or is too large
    public static Frame readPicture(Path file) {
        return PictureFiles.read(file);
    }

    /// Reads a binary PPM picture (`P6`, 8 bits a channel), as emulators dump their screens.
    ///
    /// @throws ScreenException when the bytes are anything else
    public static Frame parsePpm(byte[] bytes) {
        return new PpmParser(bytes).parse();
    }

    /// Writes a PNG file, over an older one of that name.
    ///
    /// @throws ScreenException when it cannot be written
    public void writePng(Path file) {
        PictureFiles.writePng(this, file);
    }

    /// Pixels in a row.
    public int width() {
        return width;
    }

    /// Rows.
    public int height() {
        return height;
    }

    /// The pixel's colour, `0xRRGGBB`.
    ///
    /// @throws IndexOutOfBoundsException outside the frame
    public int at(int x, int y) {
        if (x < 0 || x >= width || y < 0 || y >= height) {
            throw new IndexOutOfBoundsException(
                    "pixel " + x + "," + y + " of a frame of " + width + " x " + height);
        }
        return rgb[y * width + x];
    }

    /// A copy of all pixels, `0xRRGGBB`, row by row.
    public int[] pixels() {
        return rgb.clone();
    }

    /// The brightness of a colour, 0 to 255.
    ///
    /// @param colour `0xRRGGBB`
    public static int luma(int colour) {
        return ((colour >> 16 & 0xFF) * 299 + (colour >> 8 & 0xFF) * 587 + (colour & 0xFF) * 114)
                / 1000;
    }

    /// The whole frame as a box.
    public Box box() {
        return new Box(0, 0, width, height);
    }

    /// A copy of a part.
    ///
    /// @throws ScreenException when the box does not lie in the frame
    public Frame crop(Box part) {
        if (!box().contains(part)) {
            throw new ScreenException(
                    part + " does not lie in a frame of " + width + " x " + height);
        }
        int[] copy = new int[part.width() * part.height()];
        for (int row = 0; row < part.height(); row++) {
            System.arraycopy(
                    rgb,
                    (part.y() + row) * width + part.x(),
                    copy,
                    row * part.width(),
                    part.width());
        }
        return new Frame(part.width(), part.height(), copy);
    }

    /// The fraction of pixels, 0 to 1, that are not the same in both frames; 1 when their sizes
    /// differ.
    public double differing(Frame other) {
        return differing(other, box(), List.of());
    }

    /// The same, within a box of both frames.
    public double differing(Frame other, Box within) {
        return differing(other, within, List.of());
    }

    /// The same, within a box of both frames but outside the ignored ones; 0 when those cover all.
    ///
    /// @throws ScreenException when `within` does not lie in the frame
    public double differing(Frame other, Box within, List<Box> ignored) {
        if (!box().contains(within)) {
            throw new ScreenException(
                    within + " does not lie in a frame of " + width + " x " + height);
        }
        if (other.width != width || other.height != height) {
            return 1;
        }
        long compared = 0;
        long different = 0;
        for (int y = within.y(); y < within.bottom(); y++) {
            int row = y;
            List<Box> holes =
                    ignored.stream().filter(box -> row >= box.y() && row < box.bottom()).toList();
            for (int x = within.x(); x < within.right(); x++) {
                if (!holes.isEmpty() && covered(holes, x, y)) {
                    continue;
                }
                compared++;
                different += rgb[y * width + x] == other.rgb[y * width + x] ? 0 : 1;
            }
        }
        return compared == 0 ? 0 : (double) different / compared;
    }

    /// Whether a part of a row is the same in both frames.
    ///
    /// @param other a frame of the same size
    /// @param y the row
    /// @param from the part's first column
    /// @param to the first column after the part
    /// @throws ScreenException when the sizes differ
    /// @throws IndexOutOfBoundsException when the part does not lie in the frame
    public boolean isSameRow(Frame other, int y, int from, int to) {
        if (other.width != width || other.height != height) {
            throw new ScreenException("%s and %s have no common rows".formatted(this, other));
        }
        Objects.checkFromToIndex(from, to, width);
        int start = Objects.checkIndex(y, height) * width;
        return Arrays.equals(rgb, start + from, start + to, other.rgb, start + from, start + to);
    }

    private static boolean covered(List<Box> boxes, int x, int y) {
        for (Box box : boxes) {
            if (box.contains(x, y)) {
                return true;
            }
        }
        return false;
    }

    /// SHA-256 in lower-case hex of width and height (four bytes each, big-endian), then red, green
    /// and blue of every pixel: the same for the same picture however it was stored.
    public String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes(width));
            digest.update(bytes(height));
            byte[] row = new byte[width * 3];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int colour = rgb[y * width + x];
                    row[x * 3] = (byte) (colour >> 16);
                    row[x * 3 + 1] = (byte) (colour >> 8);
                    row[x * 3 + 2] = (byte) colour;
                }
                digest.update(row);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new ScreenException("this Java has no SHA-256; use a complete JDK", e);
        }
    }

    private static byte[] bytes(int number) {
        return new byte[] {
            (byte) (number >> 24), (byte) (number >> 16), (byte) (number >> 8), (byte) number
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Frame frame
                && frame.width == width
                && frame.height == height
                && Arrays.equals(frame.rgb, rgb);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(rgb) * 31 + width;
    }

    @Override
    public String toString() {
        return "Frame[" + width + " x " + height + "]";
    }
}
