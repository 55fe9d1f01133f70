package org.tsurutus.screen.cast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.ScreenException;

class ScreencastTest {
    private static final Frame BLACK = Film.plain(100, 80, 0);
    private static final Frame WHITE = Film.plain(100, 80, 0xFFFFFF);
    private static final Frame GREY = Film.plain(100, 80, 0x808080);

    @TempDir private Path directory;
    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve(Screencast.FILE_NAME);
    }

    @Test
    void whatWasFilmedIsShownAgainToThePixelAndMillisecond() {
        long seed = 20_261_123;
        System.out.println("seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 40; round++) {
            Path film = directory.resolve(round + ".jsonl");
            Film filmed = Film.generated(random, 1 + random.nextInt(30));

            filmed.write(film);

            assertThat(Film.read(film)).as("round %d", round).isEqualTo(filmed.changes());
        }
    }

    @Test
    void theFileIsAHeaderAndAChangeALine() throws IOException {
        int[] rgb = Film.pixels(WHITE);
        rgb[40 * 100 + 70] = 0;
        Frame dotted = new Frame(100, 80, rgb);
        new Film(List.of(new Film.Shown(7, WHITE), new Film.Shown(1_000, dotted))).write(file);

        List<String> lines = Files.readAllLines(file);

        assertThat(lines).hasSize(4);
        assertThat(lines.get(0))
                .isEqualTo(
                        "{\"format\":\"tsurutus-screencast\",\"version\":1,\"width\":100,\"height\":80}");
        assertThat(lines.get(1))
                .startsWith(
                        "{\"millis\":7,\"frame\":\"%s\",\"width\":100,\"height\":80,\"tiles\":[{\"x\":0,\"y\":0,\"png\":\""
                                .formatted(WHITE.sha256()));
        assertThat(lines.get(2))
                .startsWith(
                        "{\"millis\":1000,\"width\":100,\"height\":80,\"tiles\":[{\"x\":64,\"y\":32,\"png\":\"");
        assertThat(lines.get(3)).isEqualTo("{\"end\":1000,\"leftOut\":0,\"full\":false}");
    }

    @Test
    void aScreenThatRestsAddsNothing() throws IOException {
        try (Screencast screencast = new Screencast(file)) {
            screencast.add(BLACK, 0);
            long size = Files.size(file);
            for (int look = 1; look < 1_000; look++) {
                screencast.add(look % 2 == 0 ? BLACK : Film.plain(100, 80, 0), look * 300L);
            }
            assertThat(Files.size(file)).isEqualTo(size);
        }
    }

    @Test
    void aChangeOfSizeIsAWholeFrameAndSoIsEveryHundredthChange() {
        try (Screencast screencast = new Screencast(file)) {
            for (int index = 0; index < 205; index++) {
                screencast.add(index % 2 == 0 ? BLACK : WHITE, index * 250L);
            }
            screencast.add(Film.plain(33, 1, 5), 60_000);
        }

        assertThat(wholeFrames()).containsExactly(0L, 25_000L, 50_000L, 60_000L);
    }

    @Test
    void aRestlessScreenIsFilmedFourTimesASecondAndItsLastFrameIsKept() {
        List<Film.Shown> all = new ArrayList<>();
        try (Screencast screencast = new Screencast(file)) {
            for (int index = 0; index < 103; index++) {
                all.add(new Film.Shown(index * 10L, Film.plain(20, 20, index)));
                screencast.add(all.getLast().frame(), all.getLast().millis());
            }
        }

        assertThat(Film.read(file).frames())
                .containsExactly(
                        all.get(0),
                        all.get(25),
                        all.get(50),
                        all.get(75),
                        all.get(100),
                        all.get(102));
        assertThat(end()).isEqualTo(new End(1_020, 97, false));
    }

    @Test
    void theLastFrameBeforeARestIsKeptWithItsOwnTime() {
        try (Screencast screencast = new Screencast(file)) {
            screencast.add(BLACK, 0);
            screencast.add(GREY, 50);
            screencast.add(WHITE, 100);
            screencast.add(WHITE, 200);
            screencast.add(WHITE, 350);
            screencast.add(BLACK, 10_000);
        }

        assertThat(Film.read(file).frames())
                .containsExactly(
                        new Film.Shown(0, BLACK),
                        new Film.Shown(100, WHITE),
                        new Film.Shown(10_000, BLACK));
        assertThat(end()).isEqualTo(new End(10_000, 1, false));
    }

    @Test
    void whatFlickersTooQuicklyIsLeftOutAndCounted() {
        try (Screencast screencast = new Screencast(file)) {
            screencast.add(BLACK, 0);
            screencast.add(WHITE, 50);
            screencast.add(BLACK, 90);
        }

        assertThat(Film.read(file).frames()).containsExactly(new Film.Shown(0, BLACK));
        assertThat(end()).isEqualTo(new End(90, 1, false));
    }

    @Test
    void aFileStaysWithinItsLimitAndSaysHowManyFramesItLacks() throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        Limits limits = new Limits(100_000, 4);
        try (Screencast screencast = new Screencast(file, limits)) {
            for (int index = 0; index < 40; index++) {
                screencast.add(new Frame(100, 80, random.ints(8_000).toArray()), index * 1_000L);
            }
        }

        assertThat(Files.size(file)).isBetween(60_000L, limits.bytes());
        int kept = Film.read(file).frames().size();
        assertThat(kept).isBetween(2, 4);
        assertThat(end()).isEqualTo(new End(39_000, 40 - kept, true));
    }

    @Test
    void aScreencastOfNothingIsReadable() {
        new Screencast(file).close();

        assertThat(Film.read(file).frames()).isEmpty();
        assertThat(end()).isEqualTo(new End(0, 0, false));
    }

    @Test
    void closingTwiceWritesOneEnd() throws IOException {
        Screencast screencast = new Screencast(file);
        screencast.add(BLACK, 0);
        screencast.close();
        screencast.close();

        assertThat(Files.readAllLines(file)).hasSize(3);
        assertThatThrownBy(() -> screencast.add(WHITE, 9_000))
                .isInstanceOf(ScreenException.class)
                .hasMessageContaining("has ended");
    }

    @Test
    void anOlderFileAndTimeThatGoesBackAreRefused() throws IOException {
        Files.writeString(file, "older");

        assertThatThrownBy(() -> new Screencast(file))
                .isInstanceOf(ScreenException.class)
                .hasMessageContaining("cannot begin the screencast " + file);
        try (Screencast screencast = new Screencast(directory.resolve("new.jsonl"))) {
            screencast.add(BLACK, 10);
            assertThatThrownBy(() -> screencast.add(WHITE, 9))
                    .isInstanceOf(ScreenException.class)
                    .hasMessageContaining("9 ms came after one of 10 ms");
        }
        assertThat(Files.readString(file)).isEqualTo("older");
    }

    @Test
    void limitsWithoutMeaningAreRefused() {
        assertThatThrownBy(() -> new Limits(10, 4))
                .isInstanceOf(ScreenException.class)
                .hasMessageContaining("take 1024 bytes or more");
        assertThatThrownBy(() -> new Limits(1 << 20, 0)).isInstanceOf(ScreenException.class);
    }

    private List<Long> wholeFrames() {
        List<Long> times = new ArrayList<>();
        try (ScreencastReader reader = new ScreencastReader(file)) {
            for (Optional<Change> next = reader.next(); next.isPresent(); next = reader.next()) {
                if (next.get().frame().isPresent()) {
                    times.add(next.get().millis());
                }
            }
        }
        return times;
    }

    private End end() {
        try (ScreencastReader reader = new ScreencastReader(file)) {
            while (reader.next().isPresent()) {
                assertThat(reader.end()).isEmpty();
            }
            return reader.end().orElseThrow();
        }
    }
}
