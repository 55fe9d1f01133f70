package org.tsurutus.bench.toolkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsurutus.bench.BenchException;
import org.tsurutus.bench.click.Place;
import org.tsurutus.bench.click.Split;
import org.tsurutus.bench.click.TruePanel;
import org.tsurutus.bench.click.Truth;
import org.tsurutus.bench.toolkit.DialogAnswer.Shown;
import org.tsurutus.screen.Box;
import org.tsurutus.screen.Frame;

class DialogProgramTest {
    private static final Path ROOT = Path.of(System.getProperty("tsurutus.root"));

    private static final Frame FRAME = new Frame(20, 10, new int[200]);

    @TempDir Path folder;

    /// The first look of each toolkit.
    static Stream<Look> looks() {
        return Stream.of("gtk", "qt", "swing")
                .map(toolkit ->
                        Look.all().stream()
                                .filter(look -> look.toolkit().equals(toolkit))
                                .findFirst()
                                .orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everythingIsDrawnWhereTheToolkitSays(Look look) {
        Scene scene = Scene.standard().get(2);
        try (VirtualScreen screen =
                        new VirtualScreen(look.width(), look.height(), look.titleBars(), folder);
                DialogProgram program = new DialogProgram(look, ROOT, screen)) {
            DialogRequest request =
                    DialogRequest.of(
                            scene, Wording.standard(), "en", 100, 100, look.width(), look.height());

            DialogAnswer answer = program.show(request);
            Frame frame = screen.still();

            assertThat(answer.controls()).hasSameSizeAs(scene.controls());
            assertThat(frame.box().contains(answer.panel())).isTrue();
            assertThat(answer.controls())
                    .allSatisfy(shown -> {
                        assertThat(answer.panel().contains(shown.box())).isTrue();
                        assertThat(isDrawn(frame, shown.box())).isTrue();
                    });
            assertThat(answer.controls()).extracting(Shown::checked).containsOnly(false);
            assertThat(answer.controls())
                    .extracting(Shown::enabled)
                    .containsExactly(true, true, false, true);
        }
    }

    /// Whether the box shows more than its upper left corner's colour.
    private static boolean isDrawn(Frame frame, Box box) {
        for (int y = box.y(); y < box.bottom(); y++) {
            for (int x = box.x(); x < box.right(); x++) {
                if (frame.at(x, y) != frame.at(box.x(), box.y())) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void aTruthThatDoesNotLieOnItsFrameIsNotWritten() {
        Truth truth = truth(new Place(15, 2, 6, 4));

        assertThatExceptionOfType(BenchException.class)
                .isThrownBy(() -> FrameFolder.make(folder).write(FRAME, truth))
                .withMessageContaining("'Setup' of qt-000001 lies at")
                .withMessageContaining("outside its frame of 20 x 10");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aTruthIsReadAsItWasWritten() {
        Truth truth = truth(new Place(15, 2, 5, 4));

        FrameFolder.make(folder).write(FRAME, truth);

        assertThat(Truth.read(folder.resolve("qt-000001.json"))).isEqualTo(truth);
        assertThat(Frame.readPng(folder.resolve("qt-000001.png"))).isEqualTo(FRAME);
    }

    private static Truth truth(Place panel) {
        return new Truth(
                "qt-000001",
                1,
                Split.TEST,
                "qt",
                "Fusion",
                "en",
                1,
                false,
                "qt",
                "none",
                "none",
                FRAME.width(),
                FRAME.height(),
                List.of(new TruePanel("dialog", panel, "Setup")),
                List.of(),
                List.of(),
                true);
    }
}
