package org.tsurutus.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tsurutus.screen.PaintedDialog.PaintedButton;
import org.tsurutus.screen.PaintedDialog.Style;
import org.tsurutus.screen.grammar.ButtonWords;
import org.tsurutus.screen.scene.Control;
import org.tsurutus.screen.sight.Sight;

class SightTest {
    private final Tesseract reader = Tesseract.open();
    private final Sight sight = new Sight(reader, ButtonWords.standard());

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void findsBothButtonsOfAMessageBoxOfWineOnARealScreenshot() {
        List<Control> buttons = buttons(fixture("t2-dialog.png"));

        assertThat(buttons).extracting(Control::label).containsExactly("OK", "Cancel");
        assertNear(buttons.get(0).box(), new Box(436, 401, 68, 24));
        assertNear(buttons.get(1).box(), new Box(526, 401, 68, 24));
        assertThat(buttons).extracting(Control::isDefault).containsExactly(true, false);
        assertThat(buttons).allMatch(button -> button.confidence() > 0.7);
    }

    @Test
    void findsNothingOnARealEmptyDesktop() {
        assertThat(sight.look(fixture("t2-after.png")).panels()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void findsTheButtonsOfEveryPaintedStyleAndNothingElse(Style style) {
        PaintedDialog dialog =
                PaintedDialog.asking("Do you want to go on?", "Yes", "No", "Cancel").with(style);

        List<Control> buttons = look(dialog);

        assertThat(buttons).extracting(Control::label).containsExactly("Yes", "No", "Cancel");
        for (int index = 0; index < 3; index++) {
            assertNear(buttons.get(index).box(), dialog.box(dialog.buttons().get(index)));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CLASSIC", "WINE", "FLAT"})
    void knowsTheDefaultButton(Style style) {
        PaintedDialog dialog =
                PaintedDialog.asking("Overwrite?", "Yes", "No").with(style).withDefault("No");

        assertThat(look(dialog)).extracting(Control::isDefault).containsExactly(false, true);
    }

    @Test
    void findsButtonsOfManySizesAndPlaces() {
        long seed = 20261122;
        System.out.println("seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        List<String> labels = List.of("Install", "Next >", "I Agree", "Run anyway", "Finish");
        int read = 0;
        for (int round = 0; round < 30; round++) {
            String label = labels.get(random.nextInt(labels.size()));
            PaintedDialog dialog =
                    PaintedDialog.asking("Round " + round, label, "Cancel")
                            .with(Style.values()[random.nextInt(Style.values().length)])
                            .with(Fonts.latin(random.nextInt(11, 17)))
                            .sized(random.nextInt(100, 160), random.nextInt(22, 40))
                            .at(random.nextInt(0, 600), random.nextInt(0, 600));

            List<Control> buttons = look(dialog);

            read += isAsDrawn(buttons, dialog) ? 1 : 0;
        }
        assertThat(read).isGreaterThanOrEqualTo(24);
    }

    private static boolean isAsDrawn(List<Control> found, PaintedDialog dialog) {
        return found.stream()
                        .map(Control::label)
                        .toList()
                        .equals(dialog.buttons().stream().map(PaintedButton::label).toList())
                && IntStream.range(0, found.size())
                        .allMatch(index ->
                                isNear(
                                        found.get(index).box(),
                                        dialog.box(dialog.buttons().get(index))));
    }

    private static boolean isNear(Box found, Box drawn) {
        return Math.abs(found.x() - drawn.x()) <= 2
                && Math.abs(found.y() - drawn.y()) <= 2
                && Math.abs(found.width() - drawn.width()) <= 2
                && Math.abs(found.height() - drawn.height()) <= 2;
    }

    private List<Control> look(PaintedDialog dialog) {
        PaintedDesktop desktop = new PaintedDesktop(1024, 768);
        desktop.show(dialog);
        desktop.pointer(1020, 760, false, 1024, 768);
        return buttons(desktop.frame());
    }

    private List<Control> buttons(Frame frame) {
        return sight.look(frame).controls().stream()
                .filter(control -> control.kind() == Control.Kind.BUTTON)
                .toList();
    }

    private static void assertNear(Box found, Box drawn) {
        assertThat(isNear(found, drawn)).as("%s is near %s", found, drawn).isTrue();
    }

    static Frame fixture(String name) {
        return Frame.readPng(Path.of("src/test/resources/org/tsurutus/screen", name));
    }
}
