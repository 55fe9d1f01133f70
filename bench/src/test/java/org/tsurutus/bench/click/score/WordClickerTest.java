package org.tsurutus.bench.click.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tsurutus.bench.click.Picture;
import org.tsurutus.bench.click.TrueControl;
import org.tsurutus.bench.click.Truth;

class WordClickerTest {
    private final WordClicker clicker = new WordClicker();

    private Seen look(String toolkit, TrueControl... controls) {
        Truth truth = Hand.truth(toolkit, List.of(controls), List.of());
        return clicker.look(new Picture(Path.of("none.png"), truth));
    }

    @Test
    void theFirstWindowWithAKnownWordIsPressed() {
        Seen seen =
                look(
                        "win32",
                        Hand.control("button", Hand.CANCEL, "Cancel", 1),
                        Hand.control("button", Hand.NEXT, "Weiter >", 1));

        assertThat(seen.press()).map(Seen.Found::label).contains("Weiter >");
    }

    @Test
    void whatIsNotWin32IsNotSeen() {
        assertThat(look("electron", Hand.control("button", Hand.NEXT, "Next", 1)).press())
                .isEmpty();
    }

    @Test
    void whatIsDisabledOrALinkIsLeftAlone() {
        TrueControl disabled =
                new TrueControl("button", Hand.NEXT, "Install", false, true, false, false, 1);

        assertThat(look("win32", disabled, Hand.control("link", Hand.BOX, "OK", 1)).press())
                .isEmpty();
    }
}
