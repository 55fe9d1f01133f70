package org.tsurutus.screen.eye;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tsurutus.screen.Box;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.ScreenException;
import org.tsurutus.screen.eye.Sighting.Pane;
import org.tsurutus.screen.eye.Sighting.Shape;
import org.tsurutus.screen.scene.Control;

class EyeTest {
    private final Eye eye = Eye.standard();

    @Test
    void seesTheDialogAndBothButtonsOfARealScreenshot() {
        Sighting seen = eye.look(fixture("t2-dialog.png"));

        assertThat(seen.panels()).hasSize(1).noneMatch(Pane::bar);
        assertThat(seen.shapes())
                .extracting(Shape::kind)
                .containsExactly(Control.Kind.BUTTON, Control.Kind.BUTTON);
        assertThat(seen.shapes())
                .allMatch(shape -> seen.panels().getFirst().box().contains(shape.box()));
    }

    @Test
    void aPartIsSeenWhereItIsOnTheFrame() {
        Frame frame = fixture("t2-dialog.png");
        Box dialog = eye.look(frame).panels().getFirst().box();

        Sighting part = eye.look(frame, dialog.grown(100, frame.box()));

        assertThat(part.panels()).hasSize(1);
        assertThat(part.panels().getFirst().box())
                .satisfies(box -> {
                    assertThat(box.x()).isBetween(dialog.x() - 32, dialog.x() + 32);
                    assertThat(box.y()).isBetween(dialog.y() - 32, dialog.y() + 32);
                });
        assertThat(part.shapes()).hasSize(2);
    }

    @Test
    void anEmptyDesktopHasNothing() {
        Sighting seen = eye.look(fixture("t2-after.png"));

        assertThat(seen.panels()).isEmpty();
        assertThat(seen.shapes()).isEmpty();
    }

    @Test
    void framesOfAnySizeAndOfNoiseAreLookedAt() {
        long seed = 20261123;
        System.out.println("seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (Box size :
                new Box[] {new Box(0, 0, 1, 1), new Box(0, 0, 65, 63), new Box(0, 0, 799, 601)}) {
            int[] rgb = random.ints((long) size.width() * size.height(), 0, 1 << 24).toArray();
            Frame frame = new Frame(size.width(), size.height(), rgb);

            assertThat(eye.look(frame).shapes())
                    .allMatch(shape -> size.contains(shape.box()))
                    .hasSizeLessThan(201);
        }
    }

    @Test
    void aPartBeyondTheFrameIsRefused() {
        Frame frame = new Frame(10, 10, new int[100]);

        assertThatThrownBy(() -> eye.look(frame, new Box(5, 5, 10, 2)))
                .isInstanceOf(ScreenException.class)
                .hasMessageContaining("does not lie in a frame of 10 x 10");
    }

    private static Frame fixture(String name) {
        return Frame.readPng(Path.of("src/test/resources/org/tsurutus/screen", name));
    }
}
