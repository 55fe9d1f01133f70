package org.tsurutus.screen.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class InkLineTest {
    @Test
    void paperIsZeroAndInkIsOneWhateverTheirBrightness() {
        float[] light = InkLine.of(block(240, 40)).pixels();
        float[] dark = InkLine.of(block(20, 220)).pixels();

        assertThat(light[0]).isBetween(-0.02f, 0.02f);
        assertThat(dark[0]).isBetween(-0.02f, 0.02f);
        int middle = 16 * InkLine.of(block(240, 40)).width() + 16;
        assertThat(light[middle]).isBetween(0.95f, 1.05f);
        assertThat(dark[middle]).isBetween(0.95f, 1.05f);
    }

    @Test
    void theHeightIsFixedAndTheWidthKeepsItsProportion() {
        InkLine line = InkLine.of(new Grey(50, 16, new int[800]));

        assertThat(line.width()).isEqualTo(100);
        assertThat(line.pixels()).hasSize(3200);
        assertThat(InkLine.of(new Grey(4000, 16, new int[64_000])).width())
                .isEqualTo(InkLine.WIDEST);
    }

    @Test
    void whatStandsAroundTheInkIsCutOff() {
        Grey snug = block(240, 40).snug();

        assertThat(snug.width()).isEqualTo(16 + 4);
        assertThat(snug.height()).isEqualTo(8 + 2);
        assertThat(snug.luma()).contains(40, 240);
    }

    /// 60 x 30 pixels, with 16 x 8 pixels of ink in the middle of the left half.
    private static Grey block(int paper, int ink) {
        int[] luma = new int[60 * 30];
        Arrays.fill(luma, paper);
        for (int y = 11; y < 19; y++) {
            Arrays.fill(luma, y * 60 + 8, y * 60 + 24, ink);
        }
        return new Grey(60, 30, luma);
    }
}
