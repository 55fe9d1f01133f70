package org.tsurutus.screen.cast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.ScreenException;
import org.tsurutus.screen.internal.Json;

class ScreencastReaderTest {
    private static final Frame SMALL = Film.plain(3, 2, 0x112233);
    private static final String HEADER =
            "{\"format\":\"tsurutus-screencast\",\"version\":1,\"width\":3,\"height\":2}\n";

    @TempDir private Path directory;
    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve(Screencast.FILE_NAME);
    }

    @Test
    void aFileThatWasCutAnywhereIsReadUpToTheCut() throws IOException {
        long seed = 8_472;
        System.out.println("seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        Film filmed = Film.generated(random, 12).changes();
        filmed.write(file);
        byte[] whole = Files.readAllBytes(file);
        for (int round = 0; round < 150; round++) {
            int length = random.nextInt(whole.length);
            Path cut = directory.resolve("cut");
            Files.write(cut, Arrays.copyOf(whole, length));

            Film read = Film.read(cut);

            int lines = (int) new String(whole, 0, length).chars().filter(c -> c == '\n').count();
            assertThat(read)
                    .as("cut at %d", length)
                    .isEqualTo(filmed.first(Math.max(0, lines - 1)));
        }
    }

    @Test
    void aCutFileHasNoEnd() throws IOException {
        new Film(List.of(new Film.Shown(0, SMALL))).write(file);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));

        try (ScreencastReader reader = new ScreencastReader(file)) {
            assertThat(reader.next()).isPresent();
            assertThat(reader.next()).isEmpty();
            assertThat(reader.end()).isEmpty();
            assertThat(reader.frame()).isEqualTo(SMALL);
        }
    }

    @Test
    void damageIsToldInWordsOrChangesNothing() throws IOException {
        long seed = 90_125;
        System.out.println("seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        Film.generated(random, 6).write(file);
        byte[] whole = Files.readAllBytes(file);
        int refused = 0;
        for (int round = 0; round < 600; round++) {
            byte[] damaged = whole.clone();
            for (int flaw = random.nextInt(3); flaw >= 0; flaw--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            Path bad = Files.write(directory.resolve("bad"), damaged);
            try {
                Film.read(bad);
            } catch (ScreenException e) {
                refused++;
                assertThat(e.getMessage())
                        .startsWith("cannot read the screencast " + bad + " from line ")
                        .doesNotContain("null");
            }
        }
        assertThat(refused).isGreaterThan(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "[] | 2 on: it is no JSON object",
                "{\"millis\":1 | 2 on: it is no JSON",
                "[[[[[[[[]]]]]]]] | 2 on: it is no JSON",
                "{} | 2 on: no “millis”, 0 to",
                "{\"millis\":-1} | 2 on: no “millis”, 0 to",
                "{\"millis\":1.5} | 2 on: no “millis”, 0 to",
                "{\"millis\":99999999999999999999} | 2 on: no “millis”, 0 to",
                "{\"millis\":1,\"frame\":null} | 2 on: a “frame” that is no SHA-256",
                "{\"millis\":1,\"width\":7681,\"height\":1} | 2 on: no “width”, 0 to 7680",
                "{\"millis\":1,\"width\":3,\"height\":2} | 2 on: no “tiles”, 1 to 64",
                "{\"millis\":1,\"width\":3,\"height\":2,\"tiles\":[7]} | 2 on: a tile without a “png”",
                "{\"millis\":1,\"width\":0,\"height\":2,\"tiles\":[{\"x\":0,\"y\":0,\"png\":\"\"}]} | 2 on: the first frame is not as large",
                "{\"millis\":1,\"width\":3,\"height\":2,\"tiles\":[{\"x\":0,\"y\":0,\"png\":\"\"}]} | 2 on: a part of a frame of 3 x 2 pixels, but",
                "{\"end\":1,\"leftOut\":0} | 2 on: no “full”",
                "{\"end\":1,\"leftOut\":0,\"full\":true}\\n{} | 3 on: it stands behind the end"
            })
    void linesThatAreNoChangeAreRefusedByNumber(String line, String reason) throws IOException {
        Files.writeString(file, HEADER + line.replace("\\n", "\n") + "\n");

        assertRefused("from line " + reason);
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        Files.writeString(file, "{\"format\":\"\\u001b[31m\"}\n");
        assertRefused("line 1 on: it is no screencast's header");

        Files.writeString(file, HEADER.replace("\"version\":1", "\"version\":2"));
        assertRefused("line 1 on: a screencast of version 2; this reads version 1");

        assertThatThrownBy(() -> new ScreencastReader(directory.resolve("missing")))
                .isInstanceOf(ScreenException.class)
                .hasMessageContaining("cannot open the screencast");
    }

    @Test
    void partsThatDoNotFitAreRefused() throws IOException {
        String dot = Tile.of(0, 0, Film.plain(1, 1, 5)).png();
        refuseAfterTheFirst(change(dot, 3, 0), "does not lie in a frame of 3 x 2 pixels");
        refuseAfterTheFirst(change(Tile.of(0, 0, SMALL).png(), 1, 0), "does not lie in");
        refuseAfterTheFirst(
                change(Tile.of(0, 0, Film.plain(4, 4, 5)).png(), 0, 0),
                "a picture of 4 x 4 pixels, but only 6 are left of the frame");
        refuseAfterTheFirst(
                change(dot, 0, 0).replace("\"width\":3", "\"width\":4"),
                "a part of a frame of 4 x 2 pixels, but the frame before has 3 x 2");
        refuseAfterTheFirst(change("#", 0, 0), "a picture is not in Base64");
        refuseAfterTheFirst(
                change(dot, 0, 0).replace("\"millis\":9", "\"millis\":4"),
                "time goes back from 5 to 4 ms");
    }

    @Test
    void aWholeFrameMustBeWholeAndItself() throws IOException {
        String line = line(Change.whole(5, SMALL));
        Files.writeString(
                file,
                HEADER
                        + line.replace("\"frame\":\"", "\"frame\":\"0")
                                .replaceFirst(".\",\"width\"", "\",\"width\""));
        assertRefused("a whole frame's pixels do not have its SHA-256");

        Files.writeString(
                file,
                HEADER
                        + line.replace(
                                Tile.of(0, 0, SMALL).png(),
                                Tile.of(0, 0, Film.plain(3, 1, 5)).png()));
        assertRefused("a whole frame that is not one whole tile");
    }

    @Test
    void picturesThatHideMoreThanTheirPixelsAreRefused() throws IOException {
        byte[] png = Png.encode(Film.plain(1, 1, 5));
        refusePicture(with(png, 33, "zTXt", new byte[50]), "a picture holds more than pixels");
        refusePicture(with(png, png.length, "zTXt", new byte[50]), "holds more than pixels");
        refusePicture(Arrays.copyOf(png, png.length - 1), "a picture holds more than pixels");
        refusePicture(Arrays.copyOf(png, 20), "a picture is no plain PNG");
        refusePicture(new byte[100], "a picture is no plain PNG");
        byte[] bomb = png.clone();
        ByteBuffer.wrap(bomb).putInt(16, Integer.MAX_VALUE).putInt(20, Integer.MAX_VALUE);
        refusePicture(bomb, "sizes from 1 x 1 to");
        byte[] interlaced = png.clone();
        interlaced[28] = 1;
        refusePicture(interlaced, "a picture is no plain PNG");
        byte[] endless = png.clone();
        ByteBuffer.wrap(endless).putInt(33, Integer.MAX_VALUE);
        refusePicture(endless, "a picture is cut");
        byte[] damaged = png.clone();
        Arrays.fill(damaged, 41, png.length - 12, (byte) 0x7F);
        refusePicture(damaged, "a picture is damaged");
    }

    @Test
    void aLineWithoutBoundsIsRefusedBeforeItIsKept() throws IOException {
        Files.writeString(file, HEADER + " ".repeat(CastFormat.LONGEST_LINE + 1));

        assertRefused("line 2 on: it is longer than 33554432 bytes");
    }

    @Test
    void afterAFailureTheFrameIsAsBeforeAndThereIsNoGoingOn() throws IOException {
        Files.writeString(
                file,
                HEADER
                        + line(Change.whole(5, SMALL))
                        + change("#", 0, 0)
                        + line(Change.whole(9, SMALL)));
        try (ScreencastReader reader = new ScreencastReader(file)) {
            assertThatThrownBy(reader::frame).hasMessageContaining("no frame of");
            assertThat(reader.next()).isPresent();
            assertThatThrownBy(reader::next).hasMessageContaining("from line 3 on");
            assertThatThrownBy(reader::next).hasMessageContaining("from line 3 on");
            assertThat(reader.frame()).isEqualTo(SMALL);
            assertThat(reader.end()).isEmpty();
        }
    }

    private void refusePicture(byte[] png, String reason) throws IOException {
        refuseAfterTheFirst(change(Base64.getEncoder().encodeToString(png), 0, 0), reason);
    }

    private void refuseAfterTheFirst(String change, String reason) throws IOException {
        Files.writeString(file, HEADER + line(Change.whole(5, SMALL)) + change);
        assertRefused("from line 3 on: ");
        assertRefused(reason);
    }

    private void assertRefused(String reason) {
        assertThatThrownBy(() -> Film.read(file))
                .isInstanceOf(ScreenException.class)
                .hasMessageContaining(reason);
    }

    private static String change(String png, int x, int y) {
        return line(new Change(9, Optional.empty(), 3, 2, List.of(new Tile(x, y, png))));
    }

    private static String line(Change change) {
        return Json.line(change) + "\n";
    }

    /// The picture with another chunk before that byte.
    private static byte[] with(byte[] png, int at, String name, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(png, 0, at);
        bytes.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        bytes.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(content);
        bytes.writeBytes(new byte[4]);
        bytes.write(png, at, png.length - at);
        return bytes.toByteArray();
    }
}
