package org.tsurutus.screen.tries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tsurutus.screen.Box;
import org.tsurutus.screen.Frame;

class LookTest {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 200;
    private static final Box PANEL = new Box(20, 20, 240, 140);

    @Test
    void isTheSameWhenThePanelsEndsAreSeenAFewPixelsAside() {
        Frame frame = written(1);

        assertThat(look(frame, PANEL).isLike(look(frame, new Box(18, 22, 244, 137)))).isTrue();
    }

    @Test
    void isTheSameElsewhereOnTheScreen() {
        Frame frame = written(1);
        Frame moved = new Frame(WIDTH, HEIGHT, shifted(frame, 31, 17));

        assertThat(look(frame, PANEL).isLike(look(moved, new Box(51, 37, 240, 140)))).isTrue();
    }

    @Test
    void isAnotherWhenOtherThingsAreWritten() {
        assertThat(look(written(1), PANEL).isLike(look(written(2), PANEL))).isFalse();
    }

    @Test
    void isAnotherWhenThePanelIsLarger() {
        Frame frame = written(1);

        assertThat(look(frame, PANEL).isLike(look(frame, new Box(20, 20, 260, 140)))).isFalse();
    }

    private static Look look(Frame frame, Box panel) {
        return Look.of(frame, panel, List.of());
    }

    /// Light grey with dark strokes where words would be.
    private static Frame written(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] pixels = new int[WIDTH * HEIGHT];
        Arrays.fill(pixels, 0xF0F0F0);
        for (int word = 0; word < 12; word++) {
            int left = random.nextInt(30, 200);
            int top = random.nextInt(30, 140);
            for (int y = top; y < top + 10; y++) {
                for (int x = left; x < left + random.nextInt(20, 50); x += 2) {
                    pixels[y * WIDTH + x] = 0x202020;
                }
            }
        }
        return new Frame(WIDTH, HEIGHT, pixels);
    }

    private static int[] shifted(Frame frame, int right, int down) {
        int[] pixels = new int[WIDTH * HEIGHT];
        for (int y = down; y < HEIGHT; y++) {
            for (int x = right; x < WIDTH; x++) {
                pixels[y * WIDTH + x] = frame.at(x - right, y - down);
            }
        }
        return pixels;
    }
}
