package org.tsurutus.screen.cast;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.ScreenException;

/// Frames as PNG pictures of the plainest kind: true colour, nothing beside the pixels.
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int HEADER = 0x49484452;
    private static final int DATA = 0x49444154;
    private static final int END = 0x49454E44;

    /// Signature, and the header's length and name.
    private static final int START = SIGNATURE.length + 8;

    /// Eight bits of red, green and blue; the only compression and filter; not interlaced.
    private static final byte[] PLAIN = {8, 2, 0, 0, 0};

    private Png() {}

    static byte[] encode(Frame frame) {
        BufferedImage image =
                new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < frame.height(); y++) {
            for (int x = 0; x < frame.width(); x++) {
                image.setRGB(x, y, frame.at(x, y));
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", output)) {
                throw new ScreenException(
                        "this Java cannot write PNG; use a complete JDK (java.desktop)");
            }
        } catch (IOException e) {
            throw new ScreenException("cannot pack a picture: " + e, e);
        }
        return bytes.toByteArray();
    }

    /// Unpacks a picture of at most that many pixels.
    ///
    /// @throws ScreenException when it is larger, or is not such a picture
    static Frame decode(byte[] png, long mostPixels) {
        checkPlain(png);
        int width = number(png, START);
        int height = number(png, START + 4);
        Frame.checkSize(width, height, "a picture");
        if ((long) width * height > mostPixels) {
            throw new ScreenException(
                    "a picture of %d x %d pixels, but only %d are left of the frame"
                            .formatted(width, height, mostPixels));
        }
        try {
            // it closes the stream
            BufferedImage image =
                    ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(png)));
            return new Frame(width, height, image.getRGB(0, 0, width, height, null, 0, width));
        } catch (IOException | RuntimeException e) {
            // the JDK's reader fails in many ways on damaged pictures
            throw new ScreenException("a picture is damaged", e);
        }
    }

    /// Refuses whatever else a PNG file may hold, above all packed text and profiles: they can be
    /// far larger than they look.
    private static void checkPlain(byte[] png) {
        if (png.length < START + 4 + 4 + PLAIN.length
                || !Arrays.equals(png, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)
                || number(png, SIGNATURE.length) != 8 + PLAIN.length
                || number(png, SIGNATURE.length + 4) != HEADER
                || !Arrays.equals(
                        png, START + 8, START + 8 + PLAIN.length, PLAIN, 0, PLAIN.length)) {
            throw new ScreenException("a picture is no plain PNG");
        }
        int at = SIGNATURE.length + 8 + 8 + PLAIN.length + 4;
        while (at + 12 <= png.length && number(png, at + 4) == DATA) {
            int length = number(png, at);
            if (length < 0 || length > png.length - at - 12) {
                throw new ScreenException("a picture is cut");
            }
            at += length + 12;
        }
        if (at + 12 != png.length || number(png, at + 4) != END) {
            throw new ScreenException("a picture holds more than pixels");
        }
    }

    private static int number(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).getInt(at);
    }
}
