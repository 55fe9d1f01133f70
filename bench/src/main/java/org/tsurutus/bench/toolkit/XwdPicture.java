package org.tsurutus.bench.toolkit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.tsurutus.bench.BenchException;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.ScreenException;

/// Reads X window dumps of the one form that Xvfb keeps its screen in: version 7, 24 bits in words
/// of 32, red, green and blue from the upper byte down.
final class XwdPicture {
    private static final int FIXED_HEADER = 100;
    private static final int VERSION = 7;
    private static final int WHOLE_PIXELS = 2;
    private static final int COLOUR_ENTRY = 12;

    private XwdPicture() {}

    /// Reads the bytes of a dump.
    ///
    /// @throws BenchException when they are cut short or of another form
    /// @throws ScreenException when no screen is that large
    static Frame parse(byte[] bytes) {
        if (bytes.length < FIXED_HEADER) {
            throw damaged("has " + bytes.length + " bytes and no whole header");
        }
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.BIG_ENDIAN);
        expect("version", VERSION, header.getInt(4));
        expect("format", WHOLE_PIXELS, header.getInt(8));
        expect("bits a pixel", 32, header.getInt(44));
        expect("red mask", 0xFF0000, header.getInt(56));
        expect("green mask", 0xFF00, header.getInt(60));
        expect("blue mask", 0xFF, header.getInt(64));
        long width = Integer.toUnsignedLong(header.getInt(16));
        long height = Integer.toUnsignedLong(header.getInt(20));
        Frame.checkSize(width, height, "X window dump");
        long stride = Integer.toUnsignedLong(header.getInt(48));
        long colours = Integer.toUnsignedLong(header.getInt(76));
        long start = Integer.toUnsignedLong(header.getInt(0)) + colours * COLOUR_ENTRY;
        if (stride < width * 4 || start + stride * height > bytes.length) {
            throw damaged("has " + bytes.length + " bytes, too few for its pixels");
        }
        ByteOrder order = header.getInt(28) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        ByteBuffer pixels = ByteBuffer.wrap(bytes).order(order);
        int[] rgb = new int[(int) (width * height)];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = pixels.getInt((int) (start + i / width * stride + i % width * 4));
        }
        return new Frame((int) width, (int) height, rgb);
    }

    private static void expect(String what, int wanted, int found) {
        if (wanted != found) {
            throw damaged("has %s %d instead of %d".formatted(what, found, wanted));
        }
    }

    private static BenchException damaged(String why) {
        return new BenchException("the X window dump " + why + "; start Xvfb with 24 bits a pixel");
    }
}
