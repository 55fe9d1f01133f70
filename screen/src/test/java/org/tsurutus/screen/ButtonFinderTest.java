package org.tsurutus.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tsurutus.screen.PaintedDialog.Style;

class ButtonFinderTest {
    private final Tesseract reader = Tesseract.open();
    private final ButtonFinder finder = new ButtonFinder(reader);

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void findsBothButtonsOfAMessageBoxOfWineOnARealScreenshot() {
        List<Button> buttons = finder.find(fixture("t2-dialog.png"));

        assertThat(buttons).extracting(Button::label).containsExactly("OK", "Cancel");
        assertNear(buttons.get(0).box(), new Box(436, 401, 68, 24));
        assertNear(buttons.get(1).box(), new Box(526, 401, 68, 24));
        assertThat(buttons).extracting(Button::isDefault).containsExactly(true, false);
        assertThat(buttons).allMatch(button -> button.confidence() > 0.7);
    }

    @Test
    void findsNothingOnARealEmptyDesktop() {
        assertThat(finder.find(fixture("t2-after.png"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void findsTheButtonsOfEveryPaintedStyleAndNothingElse(Style style) {
        PaintedDialog dialog =
                PaintedDialog.asking("Do you want to go on?", "Yes", "No", "Cancel").with(style);

        List<Button> buttons = look(dialog);

        assertThat(buttons).extracting(Button::label).containsExactly("Yes", "No", "Cancel");
        for (int index = 0; index < 3; index++) {
            assertNear(buttons.get(index).box(), dialog.box(dialog.buttons().get(index)));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CLASSIC", "WINE", "FLAT"})
    void knowsTheDefaultButton(Style style) {
        PaintedDialog dialog =
                PaintedDialog.asking("Overwrite?", "Yes", "No").with(style).withDefault("No");

        assertThat(look(dialog)).extracting(Button::isDefault).containsExactly(false, true);
    }

    @Test
    void findsButtonsOfManySizesAndPlaces() {
        long seed = 20261122;
        System.out.println("seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        List<String> labels = List.of("Install", "Next >", "I Agree", "Run anyway", "Finish");
        for (int round = 0; round < 30; round++) {
            String label = labels.get(random.nextInt(labels.size()));
            PaintedDialog dialog =
                    PaintedDialog.asking("Round " + round, label, "Cancel")
                            .with(Style.values()[random.nextInt(Style.values().length)])
                            .with(Fonts.latin(random.nextInt(11, 17)))
                            .sized(random.nextInt(100, 160), random.nextInt(22, 40))
                            .at(random.nextInt(0, 600), random.nextInt(0, 600));

            List<Button> buttons = look(dialog);

            assertThat(buttons)
                    .as("round %d: %s", round, dialog)
                    .extracting(Button::label)
                    .containsExactly(label, "Cancel");
            for (int index = 0; index < 2; index++) {
                assertNear(buttons.get(index).box(), dialog.box(dialog.buttons().get(index)));
            }
        }
    }

    private List<Button> look(PaintedDialog dialog) {
        PaintedDesktop desktop = new PaintedDesktop(1024, 768);
        desktop.show(dialog);
        desktop.pointer(1020, 760, false, 1024, 768);
        return finder.find(desktop.frame());
    }

    private static void assertNear(Box found, Box drawn) {
        assertThat(Math.abs(found.x() - drawn.x())).as("%s", found).isLessThanOrEqualTo(2);
        assertThat(Math.abs(found.y() - drawn.y())).as("%s", found).isLessThanOrEqualTo(2);
        assertThat(Math.abs(found.width() - drawn.width())).as("%s", found).isLessThanOrEqualTo(2);
        assertThat(Math.abs(found.height() - drawn.height()))
                .as("%s", found)
                .isLessThanOrEqualTo(2);
    }

    static Frame fixture(String name) {
        return Frame.readPng(Path.of("src/test/resources/org/tsurutus/screen", name));
    }
}
