package org.tsurutus.screen.rfb;

import java.io.IOException;

/// How a colour is laid out in bytes, given the pixel format that this client asks for: 32 bits,
/// little-endian, `0xRRGGBB`.
enum PixelLayout {
    /// RFC 6143 §7.4: all four bytes.
    PIXEL(4, 2, 1, 0),
    /// ZRLE's compressed pixel, without the empty byte.
    CPIXEL(3, 2, 1, 0),
    /// Tight's pixel: red, green, blue.
    TPIXEL(3, 0, 1, 2);

    private final int size;
    private final int red;
    private final int green;
    private final int blue;

    PixelLayout(int size, int red, int green, int blue) {
        this.size = size;
        this.red = red;
        this.green = green;
        this.blue = blue;
    }

    /// Bytes of a pixel.
    int size() {
        return size;
    }

    /// The next pixel's colour, `0xRRGGBB`.
    int read(ByteSource source) throws IOException {
        return colours(source, 1)[0];
    }

    /// The next pixels' colours.
    int[] colours(ByteSource source, int count) throws IOException {
        byte[] bytes = new byte[count * size];
        source.read(bytes, 0, bytes.length);
        int[] colours = new int[count];
        unpack(bytes, colours, 0, count);
        return colours;
    }

    /// Reads a part of a picture, row by row; it must lie in the picture.
    void readRows(ByteSource source, Picture picture, int x, int y, int width, int height)
            throws IOException {
        byte[] row = new byte[width * size];
        for (int line = y; line < y + height; line++) {
            source.read(row, 0, row.length);
            unpack(row, picture.pixels(), picture.index(x, line), width);
        }
    }

    private void unpack(byte[] bytes, int[] into, int at, int count) {
        for (int pixel = 0, from = 0; pixel < count; pixel++, from += size) {
            into[at + pixel] =
                    (bytes[from + red] & 0xFF) << 16
                            | (bytes[from + green] & 0xFF) << 8
                            | (bytes[from + blue] & 0xFF);
        }
    }
}
