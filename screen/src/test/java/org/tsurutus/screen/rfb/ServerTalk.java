package org.tsurutus.screen.rfb;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.tsurutus.screen.Frame;

/// What a server says, made by encoders of the tests' own, and the picture that it should make.
final class ServerTalk {
    static final int WIDTH = 150;
    static final int HEIGHT = 100;

    private final SplittableRandom random;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int[] expected = new int[WIDTH * HEIGHT];
    private final Deflater zrle = new Deflater();
    private final List<Deflater> tight =
            List.of(new Deflater(), new Deflater(), new Deflater(), new Deflater());

    ServerTalk(SplittableRandom random) {
        this.random = random;
    }

    /// Version 3.8, no security, and the screen's size.
    static ServerTalk greeting(SplittableRandom random) {
        ServerTalk talk = new ServerTalk(random);
        talk.text("RFB 003.008\n").u8(1, 1).u32(0).screen(WIDTH, HEIGHT);
        return talk;
    }

    ServerTalk text(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    ServerTalk u8(int... values) {
        for (int value : values) {
            bytes.write(value);
        }
        return this;
    }

    ServerTalk u16(int... values) {
        for (int value : values) {
            u8(value >> 8, value);
        }
        return this;
    }

    ServerTalk u32(long value) {
        return u16((int) (value >> 16), (int) value);
    }

    ServerTalk screen(int width, int height) {
        u16(width, height).u8(32, 24, 0, 1).u16(255, 255, 255).u8(16, 8, 0, 0, 0, 0);
        return u32(4).text("test");
    }

    ServerTalk update(int rectangles) {
        return u8(0, 0).u16(rectangles);
    }

    ServerTalk rectangle(int x, int y, int width, int height, int encoding) {
        return u16(x, y, width, height).u32(encoding);
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    Frame expected() {
        return new Frame(WIDTH, HEIGHT, expected);
    }

    /// The whole screen, raw.
    ServerTalk whole() {
        update(1).rectangle(0, 0, WIDTH, HEIGHT, 0);
        for (int pixel : paint(0, 0, WIDTH, HEIGHT, 5)) {
            pixel(pixel);
        }
        return this;
    }

    /// An update with rectangles of all encodings, and whatever else may come.
    ServerTalk anything(int count) {
        boolean counted = random.nextBoolean();
        update(counted ? count : 0xFFFF);
        for (int each = 0; each < count; each++) {
            int x = random.nextInt(WIDTH);
            int y = random.nextInt(HEIGHT);
            int width = 1 + random.nextInt(WIDTH - x);
            int height = 1 + random.nextInt(HEIGHT - y);
            switch (random.nextInt(7)) {
                case 0 -> copy(x, y, width, height);
                case 1, 2 -> hextile(x, y, width, height);
                case 3, 4 -> zrle(x, y, width, height);
                case 5 -> tight(x, y, width, height);
                default -> beside();
            }
        }
        if (!counted) {
            rectangle(0, 0, 0, 0, -224);
        }
        return random.nextBoolean() ? this : u8(2).u8(3, 0, 0, 0).u32(5).text("hello");
    }

    private void beside() {
        if (random.nextBoolean()) {
            rectangle(3, 4, 9, 2, -239).text("x".repeat(9 * 2 * 4 + 2 * 2));
        } else {
            rectangle(0, 0, WIDTH, HEIGHT, -308)
                    .u8(1, 0, 0, 0)
                    .u32(1)
                    .u16(0, 0, WIDTH, HEIGHT)
                    .u32(0);
        }
    }

    private int[] paint(int x, int y, int width, int height, int colours) {
        int[] palette = random.ints(colours, 0, 1 << 24).toArray();
        int[] pixels = new int[width * height];
        int colour = palette[0];
        for (int at = 0; at < pixels.length; at++) {
            if (random.nextInt(4) == 0) {
                colour = palette[random.nextInt(colours)];
            }
            pixels[at] = colour;
        }
        show(x, y, width, pixels);
        return pixels;
    }

    private void show(int x, int y, int width, int[] pixels) {
        for (int at = 0; at < pixels.length; at++) {
            expected[(y + at / width) * WIDTH + x + at % width] = pixels[at];
        }
    }

    private ServerTalk pixel(int colour) {
        return u8(colour, colour >> 8, colour >> 16, 0);
    }

    private ServerTalk cpixel(int colour) {
        return u8(colour, colour >> 8, colour >> 16);
    }

    private ServerTalk tpixel(int colour) {
        return u8(colour >> 16, colour >> 8, colour);
    }

    private void copy(int x, int y, int width, int height) {
        int fromX = random.nextInt(WIDTH - width + 1);
        int fromY = random.nextInt(HEIGHT - height + 1);
        rectangle(x, y, width, height, 1).u16(fromX, fromY);
        show(x, y, width, part(expected, WIDTH, fromX, fromY, width, height));
    }

    private static int[] part(int[] pixels, int stride, int x, int y, int width, int height) {
        return IntStream.range(0, width * height)
                .map(at -> pixels[(y + at / width) * stride + x + at % width])
                .toArray();
    }

    private void hextile(int x, int y, int width, int height) {
        int[] pixels = paint(x, y, width, height, 1 + random.nextInt(4));
        rectangle(x, y, width, height, 5);
        boolean first = true;
        for (int top = 0; top < height; top += 16) {
            for (int left = 0; left < width; left += 16) {
                int columns = Math.min(16, width - left);
                int rows = Math.min(16, height - top);
                tile(part(pixels, width, left, top, columns, rows), columns, first);
                first = false;
            }
        }
    }

    /// The first tile is never raw, so that later ones have a background to inherit.
    private void tile(int[] pixels, int columns, boolean first) {
        int background = pixels[0];
        int[] others =
                IntStream.range(0, pixels.length).filter(at -> pixels[at] != background).toArray();
        if (others.length > 255) {
            u8(1);
            IntStream.of(pixels).forEach(this::pixel);
            return;
        }
        boolean oneColour = IntStream.of(others).map(at -> pixels[at]).distinct().count() == 1;
        u8(2 | (others.length == 0 ? 0 : oneColour ? 4 | 8 : 8 | 16)).pixel(background);
        if (oneColour) {
            pixel(pixels[others[0]]);
        }
        if (others.length > 0 || first && oneColour) {
            u8(others.length);
        }
        for (int at : others) {
            if (!oneColour) {
                pixel(pixels[at]);
            }
            u8(at % columns << 4 | at / columns, 0);
        }
    }

    private void zrle(int x, int y, int width, int height) {
        int[] pixels = paint(x, y, width, height, 1 + random.nextInt(20));
        ServerTalk tiles = new ServerTalk(random);
        for (int top = 0; top < height; top += 64) {
            for (int left = 0; left < width; left += 64) {
                int columns = Math.min(64, width - left);
                int rows = Math.min(64, height - top);
                tiles.zrleTile(part(pixels, width, left, top, columns, rows), columns);
            }
        }
        byte[] packed = deflate(zrle, tiles.bytes());
        rectangle(x, y, width, height, 16).u32(packed.length).bytes.writeBytes(packed);
    }

    private void zrleTile(int[] pixels, int columns) {
        List<Integer> palette = IntStream.of(pixels).distinct().boxed().toList();
        int kind = random.nextInt(4);
        if (palette.size() == 1) {
            u8(1).cpixel(palette.getFirst());
        } else if (kind == 0 && palette.size() <= 16) {
            u8(palette.size());
            palette.forEach(this::cpixel);
            int bits = palette.size() == 2 ? 1 : palette.size() <= 4 ? 2 : 4;
            packed(pixels, columns, palette, bits);
        } else if (kind == 1) {
            u8(0);
            IntStream.of(pixels).forEach(this::cpixel);
        } else {
            boolean indexed = kind == 2;
            u8(indexed ? 128 + palette.size() : 128);
            if (indexed) {
                palette.forEach(this::cpixel);
            }
            for (int at = 0, length; at < pixels.length; at += length) {
                length = runAt(pixels, at);
                if (!indexed) {
                    cpixel(pixels[at]);
                } else {
                    u8(palette.indexOf(pixels[at]) | (length == 1 ? 0 : 128));
                }
                if (!indexed || length > 1) {
                    IntStream.range(0, (length - 1) / 255).forEach(_ -> u8(255));
                    u8((length - 1) % 255);
                }
            }
        }
    }

    private static int runAt(int[] pixels, int at) {
        int end = at;
        while (end < pixels.length && pixels[end] == pixels[at]) {
            end++;
        }
        return end - at;
    }

    private void packed(int[] pixels, int columns, List<Integer> palette, int bits) {
        for (int row = 0; row < pixels.length; row += columns) {
            int place = 0;
            int held = 0;
            for (int column = 0; column < columns; column++) {
                held |= palette.indexOf(pixels[row + column]) << (8 - bits - place);
                place += bits;
                if (place == 8 || column == columns - 1) {
                    u8(held);
                    place = 0;
                    held = 0;
                }
            }
        }
    }

    private void tight(int x, int y, int width, int height) {
        rectangle(x, y, width, height, 7);
        int stream = random.nextInt(4);
        int reset = 0;
        if (random.nextInt(5) == 0) {
            tight.get(stream).reset();
            reset = 1 << stream;
        }
        switch (random.nextInt(4)) {
            case 0 -> u8(0x80 | reset).tpixel(paint(x, y, width, height, 1)[0]);
            case 1 -> {
                int[] pixels = paint(x, y, width, height, 300);
                ServerTalk data = new ServerTalk(random);
                IntStream.of(pixels).forEach(data::tpixel);
                u8(stream << 4 | reset).data(stream, data.bytes());
            }
            case 2 -> {
                int[] pixels = paint(x, y, width, height, 2 + random.nextInt(2) * 60);
                List<Integer> palette =
                        new ArrayList<>(IntStream.of(pixels).distinct().boxed().toList());
                if (palette.size() == 1) {
                    palette.add(0);
                }
                u8(0x40 | stream << 4 | reset, 1, palette.size() - 1);
                palette.forEach(this::tpixel);
                ServerTalk data = new ServerTalk(random);
                data.packed(pixels, width, palette, palette.size() == 2 ? 1 : 8);
                data(stream, data.bytes());
            }
            default -> {
                int[] pixels = paint(x, y, width, height, 300);
                u8(0x40 | stream << 4 | reset, 2);
                data(stream, gradient(pixels, width));
            }
        }
    }

    /// Each channel less the promise of its neighbours.
    private static byte[] gradient(int[] pixels, int width) {
        byte[] differences = new byte[pixels.length * 3];
        for (int at = 0; at < differences.length; at++) {
            int left = at / 3 % width == 0 ? 0 : channel(pixels, at - 3);
            int above = channel(pixels, at - width * 3);
            int corner = at / 3 % width == 0 ? 0 : channel(pixels, at - width * 3 - 3);
            int promise = Math.max(0, Math.min(255, left + above - corner));
            differences[at] = (byte) (channel(pixels, at) - promise);
        }
        return differences;
    }

    private static int channel(int[] pixels, int at) {
        return at < 0 ? 0 : pixels[at / 3] >> (16 - at % 3 * 8) & 0xFF;
    }

    private void data(int stream, byte[] plain) {
        if (plain.length < 12) {
            bytes.writeBytes(plain);
            return;
        }
        byte[] packed = deflate(tight.get(stream), plain);
        compactLength(packed.length).bytes.writeBytes(packed);
    }

    private ServerTalk compactLength(int length) {
        if (length < 1 << 7) {
            return u8(length);
        }
        return length < 1 << 14
                ? u8(length & 127 | 128, length >> 7)
                : u8(length & 127 | 128, length >> 7 & 127 | 128, length >> 14);
    }

    /// A rectangle of one colour as a JPEG picture.
    ServerTalk jpeg(int x, int y, int width, int height, int colour) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int at = 0; at < width * height; at++) {
            image.setRGB(at % width, at / width, colour);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        rectangle(x, y, width, height, 7).u8(0x90);
        compactLength(file.size()).bytes.writeBytes(file.toByteArray());
        return this;
    }

    private static byte[] deflate(Deflater deflater, byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        deflater.setInput(plain);
        byte[] buffer = new byte[1 << 16];
        int got = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
        while (got > 0) {
            packed.write(buffer, 0, got);
            got =
                    got < buffer.length
                            ? 0
                            : deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
        }
        return packed.toByteArray();
    }
}
