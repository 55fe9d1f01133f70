package org.tsurutus.screen.rfb;

import static org.tsurutus.screen.rfb.PixelLayout.CPIXEL;

import java.io.IOException;
import java.net.ProtocolException;

/// ZRLE, RFC 6143 §7.7.6: tiles of 64 x 64 with palettes and runs, in one zlib stream.
final class ZrleDecoder implements AutoCloseable {
    private static final int TILE = 64;
    private static final int RUNS = 128;
    private static final int LARGEST_PACKED = 16;

    private final ZlibStream stream = new ZlibStream();

    void decode(ServerBytes server, Rectangle area, Picture picture) throws IOException {
        stream.feed(server.take(server.unsigned32(), "zlib data"));
        for (int y = 0; y < area.height(); y += TILE) {
            for (int x = 0; x < area.width(); x += TILE) {
                int width = Math.min(TILE, area.width() - x);
                int height = Math.min(TILE, area.height() - y);
                tile(picture, area.x() + x, area.y() + y, width, height);
            }
        }
        stream.finish();
    }

    private void tile(Picture picture, int x, int y, int width, int height) throws IOException {
        int kind = stream.unsigned8();
        if (kind == 0) {
            CPIXEL.readRows(stream, picture, x, y, width, height);
        } else if (kind == 1) {
            picture.fill(x, y, width, height, CPIXEL.read(stream));
        } else if (kind <= LARGEST_PACKED) {
            packed(picture, CPIXEL.colours(stream, kind), x, y, width, height);
        } else if (kind == RUNS) {
            runs(picture, x, y, width, height);
        } else if (kind > RUNS + 1) {
            paletteRuns(picture, CPIXEL.colours(stream, kind - RUNS), x, y, width, height);
        } else {
            throw new ProtocolException(
                    "its tile at " + x + "," + y + " is of the unknown kind " + kind);
        }
    }

    private void packed(Picture picture, int[] palette, int x, int y, int width, int height)
            throws IOException {
        int bits = palette.length == 2 ? 1 : palette.length <= 4 ? 2 : 4;
        byte[] row = new byte[(width * bits + 7) / 8];
        for (int line = y; line < y + height; line++) {
            stream.read(row, 0, row.length);
            int at = picture.index(x, line);
            for (int column = 0; column < width; column++) {
                int place = column * bits;
                int shift = 8 - bits - place % 8;
                int index = (row[place / 8] >> shift) & ((1 << bits) - 1);
                picture.pixels()[at + column] = colour(palette, index);
            }
        }
    }

    private void runs(Picture picture, int x, int y, int width, int height) throws IOException {
        Runs tile = new Runs(picture, x, y, width, height);
        while (tile.isOpen()) {
            int colour = CPIXEL.read(stream);
            tile.run(colour, length());
        }
    }

    private void paletteRuns(Picture picture, int[] palette, int x, int y, int width, int height)
            throws IOException {
        Runs tile = new Runs(picture, x, y, width, height);
        while (tile.isOpen()) {
            int index = stream.unsigned8();
            int colour = colour(palette, index % RUNS);
            tile.run(colour, index < RUNS ? 1 : length());
        }
    }

    private int length() throws IOException {
        int length = 1;
        int more;
        do {
            more = stream.unsigned8();
            length += more;
        } while (more == 255 && length <= TILE * TILE);
        return length;
    }

    private static int colour(int[] palette, int index) throws ProtocolException {
        if (index >= palette.length) {
            throw new ProtocolException(
                    "it uses colour " + index + " of a palette of " + palette.length);
        }
        return palette[index];
    }

    @Override
    public void close() {
        stream.close();
    }

    /// A tile that fills up with runs of pixels, row by row.
    private static final class Runs {
        private final Picture picture;
        private final int x;
        private final int y;
        private final int width;
        private final int pixels;
        private int done;

        Runs(Picture picture, int x, int y, int width, int height) {
            this.picture = picture;
            this.x = x;
            this.y = y;
            this.width = width;
            this.pixels = width * height;
        }

        boolean isOpen() {
            return done < pixels;
        }

        void run(int colour, int length) throws ProtocolException {
            if (length > pixels - done) {
                throw new ProtocolException("a run leaves its tile at " + x + "," + y);
            }
            for (int end = done + length; done < end; done++) {
                picture.pixels()[picture.index(x + done % width, y + done / width)] = colour;
            }
        }
    }
}
