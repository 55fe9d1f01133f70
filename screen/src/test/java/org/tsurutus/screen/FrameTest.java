package org.tsurutus.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTest {
    private static final int[] SIX = {0xFF0000, 0x00FF00, 0x0000FF, 0x000000, 0x808080, 0xFFFFFF};

    @TempDir Path directory;

    @Test
    void isTheSameAfterAWayThroughPng() {
        Frame frame = new Frame(3, 2, SIX);
        Path file = directory.resolve("six.png");

        frame.writePng(file);

        assertThat(Frame.readPng(file)).isEqualTo(frame);
        assertThat(Frame.readPng(file).sha256()).isEqualTo(frame.sha256());
    }

    @Test
    void readsPpmWithCommentsAndAnyWhiteSpace() {
        byte[] pixels = {
            (byte) 255,
            0,
            0,
            0,
            (byte) 255,
            0,
            0,
            0,
            (byte) 255,
            0,
            0,
            0,
            (byte) 128,
            (byte) 128,
            (byte) 128,
            (byte) 255,
            (byte) 255,
            (byte) 255
        };

        assertThat(Frame.parsePpm(ppm("P6\n# a comment 9 9\n3\t2\r\n#another\n255\n", pixels)))
                .isEqualTo(new Frame(3, 2, SIX));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''               | 0  | does not begin with P6
                    P5 1 1 255 x     | 0  | does not begin with P6
                    P6               | 0  | its width is missing
                    P6 1             | 0  | its height is missing
                    P61 1 255        | 3  | no white space stands before its width
                    P6 x 1 255       | 3  | its width is missing
                    P6 -1 1 255      | 3  | its width is missing
                    P6 1 # endless   | 0  | its height is missing
                    P6 9999999 1 255 | 3  | more than 6 digits
                    P6 0 1 255       | 3  | sizes from 1 x 1 to 7680 x 4320
                    P6 7681 1 255    | 3  | sizes from 1 x 1 to 7680 x 4320
                    P6 1 4321 255    | 3  | sizes from 1 x 1 to 7680 x 4320
                    P6 1 1 65535     | 6  | only 255 is read
                    P6 7680 4320 255 | 3  | need 99532800 bytes
                    P6 1 2 255       | 5  | need 6 bytes, but 5 follow
                    P6 1 2 255       | 8  | need 6 bytes, but 8 follow
                    """)
    void refusesMalformedPpmInWords(String header, int bytes, String message) {
        assertThatThrownBy(() -> Frame.parsePpm(ppm(header + "\n", new byte[bytes])))
                .isInstanceOf(ScreenException.class)
                .hasMessageContaining(message);
    }

    @Test
    void neverFailsOtherwiseOnDamagedPpm() {
        long seed = 4711;
        System.out.println("seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        byte[] good = ppm("P6\n# dump\n4 4\n255\n", new byte[48]);
        for (int round = 0; round < 2000; round++) {
            byte[] bad = Arrays.copyOf(good, random.nextInt(good.length + 4));
            for (int index = 0; index < bad.length && random.nextInt(3) > 0; index++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            try {
                Frame.parsePpm(bad);
            } catch (ScreenException e) {
                assertThat(e).hasMessageNotContaining("null");
            }
        }
    }

    @Test
    void refusesFilesThatAreNoPng() throws IOException {
        Path file = Files.writeString(directory.resolve("no.png"), "P6 1 1 255 abc");

        assertThatThrownBy(() -> Frame.readPng(file))
                .isInstanceOf(ScreenException.class)
                .hasMessageContaining("no.png");
        assertThatThrownBy(() -> Frame.readPng(directory.resolve("missing.png")))
                .isInstanceOf(ScreenException.class)
                .hasMessageContaining("missing.png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "jpeg"})
    void readsPicturesOfTheUsualFormats(String format) throws IOException {
        BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 3, 2, SIX, 0, 3);
        Path file = directory.resolve("six");
        ImageIO.write(image, format, file.toFile());

        Frame frame = Frame.readPicture(file);

        assertThat(frame.box()).isEqualTo(new Box(0, 0, 3, 2));
        if (!format.equals("jpeg")) {
            assertThat(frame).isEqualTo(new Frame(3, 2, SIX));
        }
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 20));
        assertThatThrownBy(() -> Frame.readPicture(file))
                .isInstanceOf(ScreenException.class)
                .hasMessageContaining("six");
    }

    @Test
    void refusesPicturesOfUnknownFormats() throws IOException {
        Path file = Files.writeString(directory.resolve("a.gif"), "GIF89a");

        assertThatThrownBy(() -> Frame.readPicture(file))
                .isInstanceOf(ScreenException.class)
                .hasMessageContaining("convert it to PNG");
    }

    @Test
    void refusesSizesThatDoNotFit() {
        assertThatThrownBy(() -> new Frame(2, 2, SIX))
                .isInstanceOf(ScreenException.class)
                .hasMessageContaining("needs 4 pixels, but got 6");
        assertThatThrownBy(() -> new Frame(0, 0, new int[0])).isInstanceOf(ScreenException.class);
        assertThatThrownBy(() -> new Frame(3, 2, SIX).crop(new Box(2, 0, 2, 1)))
                .isInstanceOf(ScreenException.class)
                .hasMessageContaining("does not lie in");
    }

    @Test
    void countsWhatDiffersWithinAndOutsideOfBoxes() {
        int[] other = SIX.clone();
        other[0] = 0x010101;
        other[5] = 0x010101;
        Frame before = new Frame(3, 2, SIX);
        Frame after = new Frame(3, 2, other);

        assertThat(before.differing(before)).isZero();
        assertThat(before.differing(after)).isCloseTo(2 / 6.0, within(1e-9));
        assertThat(before.differing(after, new Box(0, 0, 2, 1))).isEqualTo(0.5);
        assertThat(before.differing(after, before.box(), List.of(new Box(0, 0, 1, 1))))
                .isEqualTo(0.2);
        assertThat(before.differing(after, before.box(), List.of(before.box()))).isZero();
        assertThat(before.differing(new Frame(2, 3, SIX))).isOne();
    }

    @Test
    void cropsAndDoesNotShareItsPixels() {
        int[] mine = SIX.clone();
        Frame frame = new Frame(3, 2, mine);
        mine[4] = 0;

        assertThat(frame.crop(new Box(1, 1, 2, 1)))
                .isEqualTo(new Frame(2, 1, new int[] {0x808080, 0xFFFFFF}));
    }

    @Test
    void hashesSizeAndPixels() {
        assertThat(new Frame(1, 1, new int[] {0x010203}).sha256())
                .isEqualTo("03cd6afa60741b58b94df3108da24f1819ae1a8e944df1af3961a9f7bcbeff2f");
        assertThat(new Frame(3, 2, SIX).sha256()).isNotEqualTo(new Frame(2, 3, SIX).sha256());
    }

    private static byte[] ppm(String header, byte[] pixels) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(pixels);
        return bytes.toByteArray();
    }
}
