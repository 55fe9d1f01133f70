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
import org.tsurutus.bench.toolkit.DialogAnswer.Place;
import org.tsurutus.bench.toolkit.FrameTruth.PanelTruth;
import org.tsurutus.screen.Box;
import org.tsurutus.screen.Frame;

class DialogProgramTest {
    private static final Path ROOT = Path.of(System.getProperty("tsurutus.root"));

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
                    .allSatisfy(place -> {
                        assertThat(answer.panel().contains(place.box())).isTrue();
                        assertThat(isDrawn(frame, place.box())).isTrue();
                    });
            assertThat(answer.controls()).extracting(Place::checked).containsOnly(false);
            assertThat(answer.controls())
                    .extracting(Place::enabled)
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
        Frame frame = new Frame(20, 10, new int[200]);
        PanelTruth panel = new PanelTruth("dialog", new Box(15, 2, 6, 4), "Setup");
        FrameTruth truth =
                new FrameTruth(
                        "qt-000001",
                        1,
                        "test",
                        "qt",
                        "Fusion",
                        "en",
                        1,
                        false,
                        "qt",
                        "none",
                        "none",
                        20,
                        10,
                        List.of(panel),
                        List.of(),
                        List.of(),
                        true);

        assertThatExceptionOfType(BenchException.class)
                .isThrownBy(() -> FrameFolder.make(folder).write(frame, truth))
                .withMessageContaining("'Setup' of qt-000001 lies at")
                .withMessageContaining("outside its frame of 20 x 10");
        assertThat(folder).isEmptyDirectory();
    }
}
