package org.tsurutus.screen.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tsurutus.screen.Box;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.eye.Eye;
import org.tsurutus.screen.eye.Sighting;
import org.tsurutus.screen.eye.Sighting.Seen;
import org.tsurutus.screen.scene.Control;

class GazeTest {
    private static final Frame DESKTOP = fixture("t2-after.png");
    private static final Frame DIALOG = fixture("t2-dialog.png");

    private final Gaze gaze = new Gaze(Eye.standard());

    @Test
    void aDialogThatComesUpIsSeenAndOneThatGoesIsForgotten() {
        assertThat(gaze.look(DESKTOP).panels()).isEmpty();
        assertThat(gaze.look(DIALOG).shapes()).hasSize(2);
        assertThat(gaze.look(DESKTOP).shapes()).isEmpty();
    }

    @Test
    void aChangeBesideADialogLeavesItAsItIs() {
        Sighting before = gaze.look(DIALOG);

        Sighting after = gaze.look(painted(DIALOG, new Box(900, 700, 20, 12), 0x40A040));

        assertThat(after).isEqualTo(before);
    }

    @Test
    void aChangeOnADialogShowsAllOfItAnew() {
        Sighting before = gaze.look(DIALOG);
        Box button = before.shapes().getFirst().box();
        Frame without = painted(DIALOG, button.grown(3, DIALOG.box()), 0xEFEBE7);

        Sighting after = gaze.look(without);

        assertThat(boxes(after.panels())).hasSize(1);
        assertThat(after.shapes())
                .filteredOn(shape -> shape.kind() == Control.Kind.BUTTON)
                .singleElement()
                .satisfies(shape -> assertThat(shape.box().overlaps(button)).isFalse());
    }

    @Test
    void aFrameOfAnotherSizeIsLookedAtAnew() {
        gaze.look(DIALOG);
        Box half = new Box(0, 0, 512, 300);

        assertThat(gaze.look(DIALOG.crop(half)).shapes())
                .allMatch(shape -> half.contains(shape.box()));
    }

    private static List<Box> boxes(List<? extends Seen> things) {
        return things.stream().<Box>map(Seen::box).toList();
    }

    private static Frame painted(Frame frame, Box box, int colour) {
        int[] rgb = frame.pixels();
        for (int y = box.y(); y < box.bottom(); y++) {
            for (int x = box.x(); x < box.right(); x++) {
                rgb[y * frame.width() + x] = colour;
            }
        }
        return new Frame(frame.width(), frame.height(), rgb);
    }

    private static Frame fixture(String name) {
        return Frame.readPng(Path.of("src/test/resources/org/tsurutus/screen", name));
    }
}
