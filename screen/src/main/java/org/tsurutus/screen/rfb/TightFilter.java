package org.tsurutus.screen.rfb;

import static org.tsurutus.screen.rfb.PixelLayout.TPIXEL;

import java.io.IOException;
import java.net.ProtocolException;

/// How a Tight rectangle's pixels were changed before they were packed.
sealed interface TightFilter {
    /// Bytes of a row.
    int rowBytes(int width);

    /// Reads the rectangle's rows.
    void decode(ByteSource data, Rectangle area, Picture picture) throws IOException;

    /// The filter of that number, with its palette if it has one.
    static TightFilter read(int number, ByteSource server) throws IOException {
        return switch (number) {
            case 0 -> new Copy();
            case 1 -> new Palette(TPIXEL.colours(server, server.unsigned8() + 1));
            case 2 -> new Gradient();
            default -> throw new ProtocolException("it has the unknown filter " + number);
        };
    }

    /// Colours as they are.
    record Copy() implements TightFilter {
        @Override
        public int rowBytes(int width) {
            return width * TPIXEL.size();
        }

        @Override
        public void decode(ByteSource data, Rectangle area, Picture picture) throws IOException {
            TPIXEL.readRows(data, picture, area.x(), area.y(), area.width(), area.height());
        }
    }

    /// Indices of colours: a bit each where there are two, else a byte.
    final class Palette implements TightFilter {
        private final int[] colours;

        Palette(int[] colours) {
            this.colours = colours;
        }

        @Override
        public int rowBytes(int width) {
            return colours.length <= 2 ? (width + 7) / 8 : width;
        }

        @Override
        public void decode(ByteSource data, Rectangle area, Picture picture) throws IOException {
            byte[] row = new byte[rowBytes(area.width())];
            for (int line = 0; line < area.height(); line++) {
                data.read(row, 0, row.length);
                int at = picture.index(area.x(), area.y() + line);
                for (int column = 0; column < area.width(); column++) {
                    picture.pixels()[at + column] = colour(row, column);
                }
            }
        }

        private int colour(byte[] row, int column) throws ProtocolException {
            int index =
                    colours.length <= 2
                            ? (row[column / 8] >> (7 - column % 8)) & 1
                            : row[column] & 0xFF;
            if (index >= colours.length) {
                throw new ProtocolException(
                        "it uses colour " + index + " of a palette of " + colours.length);
            }
            return colours[index];
        }
    }

    /// Each channel less what its neighbours to the left, above, and both promise.
    record Gradient() implements TightFilter {
        @Override
        public int rowBytes(int width) {
            return width * TPIXEL.size();
        }

        @Override
        public void decode(ByteSource data, Rectangle area, Picture picture) throws IOException {
            new Copy().decode(data, area, picture);
            int[] above = new int[area.width()];
            int[] row = new int[area.width()];
            for (int line = 0; line < area.height(); line++) {
                int at = picture.index(area.x(), area.y() + line);
                for (int column = 0; column < area.width(); column++) {
                    int left = column == 0 ? 0 : row[column - 1];
                    int corner = column == 0 ? 0 : above[column - 1];
                    row[column] =
                            restored(picture.pixels()[at + column], left, above[column], corner);
                }
                System.arraycopy(row, 0, picture.pixels(), at, row.length);
                System.arraycopy(row, 0, above, 0, row.length);
            }
        }

        private static int restored(int difference, int left, int above, int corner) {
            int colour = 0;
            for (int shift = 16; shift >= 0; shift -= 8) {
                int promised =
                        (left >> shift & 0xFF) + (above >> shift & 0xFF) - (corner >> shift & 0xFF);
                int channel = Math.clamp(promised, 0, 255) + (difference >> shift & 0xFF);
                colour |= (channel & 0xFF) << shift;
            }
            return colour;
        }
    }
}
