package org.tsurutus.screen.cast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tsurutus.screen.Box;
import org.tsurutus.screen.ChangedParts;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.ScreenException;

class ChangedPartsTest {
    private static final Frame BLACK = Film.plain(300, 200, 0);

    @Test
    void equalFramesHaveNone() {
        assertThat(between(BLACK, Film.plain(300, 200, 0))).isEmpty();
    }

    @Test
    void aRectangleIsOneBoxOnTheGrid() {
        assertThat(between(BLACK, painted(new Box(40, 33, 100, 60))))
                .containsExactly(new Box(32, 32, 128, 64));
    }

    @Test
    void partsApartAreBoxesApartAndEndAtTheFramesEdge() {
        assertThat(between(BLACK, painted(new Box(0, 0, 1, 1), new Box(299, 199, 1, 1))))
                .containsExactly(new Box(0, 0, 32, 32), new Box(288, 192, 12, 8));
    }

    @Test
    void wholeFramesAreOneBox() {
        assertThat(between(BLACK, Film.plain(300, 200, 1))).containsExactly(BLACK.box());
    }

    @Test
    void tooManyPartsAreOneBoxAroundThem() {
        Frame before = Film.plain(1024, 768, 0);
        int[] rgb = Film.pixels(before);
        for (int y = 64; y < 768; y += 64) {
            for (int x = 64; x < 1024; x += 64) {
                rgb[y * 1024 + x] = 1;
            }
        }

        assertThat(between(before, new Frame(1024, 768, rgb)))
                .containsExactly(new Box(64, 64, 928, 672));
    }

    @Test
    void allThatDiffersAndNoOtherCellIsCovered() {
        long seed = 31_337;
        System.out.println("seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 300; round++) {
            int[] rgb = Film.pixels(BLACK);
            boolean[] changed = new boolean[10 * 7];
            for (int dot = random.nextInt(40); dot > 0; dot--) {
                int x = random.nextInt(300);
                int y = random.nextInt(200);
                rgb[y * 300 + x] = 1;
                changed[y / 32 * 10 + x / 32] = true;
            }

            List<Box> parts = between(BLACK, new Frame(300, 200, rgb));

            boolean[] covered = new boolean[10 * 7];
            for (Box part : parts) {
                for (int y = part.y(); y < part.bottom(); y += 32) {
                    for (int x = part.x(); x < part.right(); x += 32) {
                        assertThat(covered[y / 32 * 10 + x / 32]).as("covered twice").isFalse();
                        covered[y / 32 * 10 + x / 32] = true;
                    }
                }
            }
            assertThat(covered).as("round %d", round).isEqualTo(changed);
        }
    }

    @Test
    void rowsAreComparedWithinTheirPartOnly() {
        Frame dotted = painted(new Box(10, 5, 1, 1));

        assertThat(BLACK.isSameRow(dotted, 5, 0, 10)).isTrue();
        assertThat(BLACK.isSameRow(dotted, 5, 10, 11)).isFalse();
        assertThat(BLACK.isSameRow(dotted, 5, 11, 300)).isTrue();
        assertThat(BLACK.isSameRow(dotted, 6, 0, 300)).isTrue();
        assertThatThrownBy(() -> BLACK.isSameRow(Film.plain(2, 2, 0), 0, 0, 1))
                .isInstanceOf(ScreenException.class)
                .hasMessageContaining("no common rows");
        assertThatThrownBy(() -> BLACK.isSameRow(dotted, 200, 0, 1))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> BLACK.isSameRow(dotted, 0, 0, 301))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static Frame painted(Box... boxes) {
        int[] rgb = Film.pixels(BLACK);
        for (Box box : boxes) {
            for (int y = box.y(); y < box.bottom(); y++) {
                Arrays.fill(rgb, y * 300 + box.x(), y * 300 + box.right(), 0xFFFFFF);
            }
        }
        return new Frame(300, 200, rgb);
    }

    private static List<Box> between(Frame before, Frame after) {
        return ChangedParts.between(before, after, CastFormat.MOST_TILES);
    }
}
