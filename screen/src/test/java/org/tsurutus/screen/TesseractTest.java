package org.tsurutus.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.Font;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.screen.PaintedDialog.Style;
import org.tsurutus.screen.TextReader.Reading;
import org.tsurutus.screen.TextReader.Rendering;
import org.tsurutus.screen.scene.Control;

class TesseractTest {
    private static final Box OK = new Box(441, 405, 58, 16);
    private final Frame screenshot = SightTest.fixture("t2-dialog.png");

    @Test
    void readsALabelOfARealButton() {
        try (Tesseract reader = Tesseract.open()) {
            Reading reading = reader.read(screenshot.crop(OK), "en", Rendering.PLAIN);

            assertThat(reading.text()).isEqualTo("OK");
            assertThat(reading.confidence()).isBetween(0.6, 1.0);
        }
    }

    @Test
    void readsNothingWhereNothingIsWritten() {
        try (Tesseract reader = Tesseract.open()) {
            assertThat(reader.read(screenshot.crop(new Box(10, 10, 60, 20)), "en", Rendering.PLAIN))
                    .isEqualTo(new Reading("", 0));
        }
    }

    @Test
    void saysWhatToInstallWhenDataIsMissing(@TempDir Path empty) {
        assertThatThrownBy(() -> Tesseract.open(empty, Map.of("en", "eng")))
                .isInstanceOf(ScreenException.class)
                .hasMessageContaining("install tesseract-ocr and tesseract-ocr-eng");
    }

    @Test
    void saysWhatToDoWhenDataIsBroken(@TempDir Path data) throws Exception {
        Files.writeString(data.resolve("eng.traineddata"), "no data");

        assertThatThrownBy(() -> Tesseract.open(data, Map.of("en", "eng")))
                .isInstanceOf(ScreenException.class)
                .hasMessageContaining("reinstall tesseract-ocr");
    }

    @Test
    void refusesAPictureThatIsNoLine() {
        try (Tesseract reader = Tesseract.open()) {
            Frame large = new Frame(2000, 1000, new int[2_000_000]);

            assertThatThrownBy(() -> reader.read(large, "en", Rendering.PLAIN))
                    .isInstanceOf(ScreenException.class)
                    .hasMessageContaining("too large");
        }
    }

    @Test
    void refusesToReadAfterItWasClosed() {
        Tesseract reader = Tesseract.open();
        reader.close();

        assertThatThrownBy(() -> reader.read(screenshot.crop(OK), "en", Rendering.PLAIN))
                .isInstanceOf(ScreenException.class);
    }

    @Test
    void refusesAnotherThreadInsteadOfCrashing() {
        try (Tesseract reader = Tesseract.open();
                ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<Reading> reading =
                    other.submit(() -> reader.read(screenshot.crop(OK), "en", Rendering.PLAIN));

            assertThatThrownBy(reading::get)
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(ScreenException.class);
        }
    }

    @Test
    void readsJapaneseButtonsWhereAJapaneseFontIsInstalled() {
        assumeThat(Files.exists(Tesseract.DATA.resolve("jpn.traineddata")))
                .as("tesseract-ocr-jpn is not installed")
                .isTrue();
        Optional<Font> font = Fonts.japanese(13);
        assumeThat(font).as("no Japanese font is installed, for example fonts-ipafont").isPresent();
        PaintedDesktop desktop = new PaintedDesktop(1024, 768);
        desktop.show(
                PaintedDialog.asking("続けますか?", "はい(Y)", "いいえ(N)", "キャンセル")
                        .with(font.orElseThrow())
                        .with(Style.FLAT)
                        .sized(90, 25));
        desktop.pointer(1020, 760, false, 1024, 768);
        try (Tesseract reader = Tesseract.open()) {
            Inspection inspection = Inspection.of(desktop.frame(), reader);

            assertThat(inspection.press())
                    .map(Control::label)
                    .hasValueSatisfying(label -> assertThat(label).startsWith("はい"));
            assertThat(inspection.alternatives())
                    .extracting(Alternative::why)
                    .containsExactly("negative: いいえ", "never: キャンセル");
        }
    }
}
