package org.tsurutus.screen.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.screen.Box;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.Tesseract;
import org.tsurutus.screen.TextReader;
import org.tsurutus.screen.grammar.ButtonWords;
import org.tsurutus.screen.scene.Control;
import org.tsurutus.screen.scene.Panel;

class CoveredDialogsTest {
    @TempDir Path folder;

    @Test
    void ofADialogBehindAWindowTheTitleBarIsFoundAndOfTheWindowNone() {
        try (TextReader reader = Tesseract.open()) {
            Sight sight = new Sight(reader, ButtonWords.standard());

            assertThat(covered(sight, "covered.png"))
                    .singleElement()
                    .satisfies(panel -> {
                        Control bar = panel.controls().getFirst();
                        assertThat(bar.kind()).isEqualTo(Control.Kind.TITLE_BAR);
                        assertThat(new Box(320, 178, 270, 22).contains(bar.box())).isTrue();
                    });
        }
    }

    @Test
    void aDialogThatIsSeenIsNotCovered() {
        try (TextReader reader = Tesseract.open()) {
            Sight sight = new Sight(reader, ButtonWords.standard());

            assertThat(covered(sight, "t2-dialog.png")).isEmpty();
            assertThat(covered(sight, "t2-after.png")).isEmpty();
        }
    }

    private List<Panel> covered(Sight sight, String name) {
        Frame frame = fixture(name);
        return sight.covered(frame, sight.look(frame).panels());
    }

    private Frame fixture(String name) {
        Path file = folder.resolve(name);
        try (InputStream picture = Frame.class.getResourceAsStream(name)) {
            Files.write(file, Objects.requireNonNull(picture).readAllBytes());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return Frame.readPng(file);
    }
}
