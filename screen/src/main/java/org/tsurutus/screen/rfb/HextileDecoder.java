package org.tsurutus.screen.rfb;

import java.io.IOException;
import java.net.ProtocolException;

/// Hextile, RFC 6143 §7.7.4: tiles of 16 x 16, each raw or a background with rectangles on it.
final class HextileDecoder {
    private static final int TILE = 16;
    private static final int RAW = 1;
    private static final int BACKGROUND = 2;
    private static final int FOREGROUND = 4;
    private static final int ANY_SUBRECTANGLES = 8;
    private static final int COLOURED = 16;

    private final ByteSource server;
    private final Picture picture;
    private int background;
    private int foreground;

    private HextileDecoder(ByteSource server, Picture picture) {
        this.server = server;
        this.picture = picture;
    }

    static void decode(ByteSource server, Rectangle area, Picture picture) throws IOException {
        HextileDecoder decoder = new HextileDecoder(server, picture);
        for (int y = 0; y < area.height(); y += TILE) {
            for (int x = 0; x < area.width(); x += TILE) {
                decoder.tile(
                        area.x() + x,
                        area.y() + y,
                        Math.min(TILE, area.width() - x),
                        Math.min(TILE, area.height() - y));
            }
        }
    }

    private void tile(int x, int y, int width, int height) throws IOException {
        int mask = server.unsigned8();
        if ((mask & RAW) != 0) {
            PixelLayout.PIXEL.readRows(server, picture, x, y, width, height);
            return;
        }
        if ((mask & BACKGROUND) != 0) {
            background = PixelLayout.PIXEL.read(server);
        }
        if ((mask & FOREGROUND) != 0) {
            foreground = PixelLayout.PIXEL.read(server);
        }
        picture.fill(x, y, width, height, background);
        int count = (mask & ANY_SUBRECTANGLES) == 0 ? 0 : server.unsigned8();
        for (int each = 0; each < count; each++) {
            int colour = (mask & COLOURED) == 0 ? foreground : PixelLayout.PIXEL.read(server);
            int place = server.unsigned8();
            int size = server.unsigned8();
            int left = place >> 4;
            int top = place & 0xF;
            int columns = (size >> 4) + 1;
            int rows = (size & 0xF) + 1;
            if (left + columns > width || top + rows > height) {
                throw new ProtocolException("a part of its tile at " + x + "," + y + " leaves it");
            }
            picture.fill(x + left, y + top, columns, rows, colour);
        }
    }
}
