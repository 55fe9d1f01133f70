package org.tsurutus.screen.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.ScreenException;
import org.tsurutus.screen.text.LineLikelihood.Guess;

class LettersTest {
    private static final List<String> WORDS =
            List.of(
                    "cancel", "install", "run", "next", "да", "нет", "weiter", "キャンセル", "次へ", "取消",
                    "확인");

    @ParameterizedTest
    @CsvSource({
        "Cancel, cancel, 12",
        "Install, install, 13",
        "Next >, next, 16",
        "Weiter >, weiter, 12",
        "Нет, нет, 14",
        "キャンセル, キャンセル, 16",
        "次へ(N) >, 次へ, 18"
    })
    void readsLabelsDarkOnLightAndLightOnDark(String label, String word, int size) {
        for (boolean dark : new boolean[] {false, true}) {
            LineLikelihood line = Letters.standard().look(drawn(label, size, dark));

            assertThat(line.likeliest(WORDS)).get().extracting(Guess::word).isEqualTo(word);
            assertThat(line.guess(word).confidence()).isGreaterThan(0.5);
        }
    }

    @Test
    void nothingIsReadWhereNothingIsWritten() {
        Frame blank = drawn("", 12, false);

        assertThat(Letters.standard().look(blank).reading().text()).isEmpty();
    }

    @Test
    void refusesWhatCannotBeOneLine() {
        Frame huge = new Frame(2000, 2000, new int[4_000_000]);

        assertThatThrownBy(() -> Letters.standard().look(huge))
                .isInstanceOf(ScreenException.class)
                .hasMessageContaining("2000 x 2000")
                .hasMessageContaining("crop it first");
    }

    private static Frame drawn(String label, int size, boolean dark) {
        BufferedImage image = new BufferedImage(size * 12, size * 2, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(dark ? new Color(0x202020) : new Color(0xF0F0F0));
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.setColor(dark ? Color.WHITE : Color.BLACK);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, size));
        pen.drawString(label, size, size * 3 / 2);
        pen.dispose();
        int width = image.getWidth();
        int height = image.getHeight();
        return new Frame(width, height, image.getRGB(0, 0, width, height, null, 0, width));
    }
}
