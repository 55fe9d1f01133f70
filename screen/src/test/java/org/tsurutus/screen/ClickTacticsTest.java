package org.tsurutus.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tsurutus.screen.Click.Effect;
import org.tsurutus.screen.PaintedDialog.Way;

/// In which ways a control is worked, and when it is better left alone.
class ClickTacticsTest extends WithClicker {
    @Test
    void movesThePointerOnAPathPressesOnceAndLeavesTheDialogUncovered() {
        desktop.show(PaintedDialog.asking("Go on?", "OK"));

        clicker().look();

        List<String> events = desktop.events();
        assertThat(events).containsOnlyOnce("down").containsOnlyOnce("up");
        assertThat(events.subList(events.indexOf("down") - 6, events.indexOf("down")))
                .containsOnly("move");
        assertThat(events.indexOf("up")).isEqualTo(events.indexOf("down") + 1);
    }

    @Test
    void triesAButtonWithoutEffectInAllWaysAndThenLeavesItAlone() {
        desktop.show(
                PaintedDialog.asking("Nothing happens.", "Yes (Y)", "Cancel")
                        .with(Fonts.latin(14))
                        .sized(110, 28)
                        .pressedByNothing());
        CrazyClicker clicker = clicker();

        List<Click> clicks = looks(clicker, 10);

        assertThat(clicks)
                .extracting(Click::how)
                .containsExactly("click", "click", "Enter", "Alt+y", "Tab and Space");
        assertThat(clicks).allMatch(click -> click.effect() == Effect.NONE);
        assertThat(clicks).allMatch(click -> click.reactionMillis() >= 2000);
        assertThat(desktop.events())
                .containsOnlyOnce("ENTER down")
                .containsOnlyOnce("ENTER up")
                .containsSubsequence("ALT down", "y down", "y up", "ALT up")
                .containsSubsequence("TAB up", "SPACE down", "SPACE up");
        assertThat(clicker.leftAlone())
                .extracting(LeftAlone::why)
                .containsExactly("no effect after 5 tries");
    }

    @Test
    void pressesEnterWhereClicksAreIgnored() {
        desktop.show(PaintedDialog.asking("Go on?", "OK", "Cancel").pressedOnlyBy(Way.ENTER));

        assertThat(looks(clicker(), 10))
                .extracting(Click::how)
                .containsExactly("click", "click", "Enter");
        assertThat(desktop.pressed()).containsExactly("OK");
    }

    @Test
    void pressesAltAndTheLetterOfTheLabel() {
        desktop.show(
                PaintedDialog.asking("Go on?", "Cancel", "Yes (Y)")
                        .with(Fonts.latin(14))
                        .withDefault("Cancel")
                        .pressedOnlyBy(Way.LETTER));

        assertThat(looks(clicker(), 10))
                .extracting(Click::how)
                .containsExactly("click", "click", "Alt+y");
        assertThat(desktop.pressed()).containsExactly("Yes (Y)");
    }

    @Test
    void movesTheFocusToTheButtonWhenAnotherOneIsTheDefault() {
        desktop.show(
                PaintedDialog.asking("Go on?", "Cancel", "No", "Yes")
                        .withDefault("Cancel")
                        .pressedOnlyBy(Way.SPACE, Way.ENTER));

        assertThat(looks(clicker(), 10))
                .extracting(Click::how)
                .containsExactly("click", "click", "Tab and Space");
        assertThat(desktop.pressed()).containsExactly("Yes");
        assertThat(desktop.events()).doesNotContain("ENTER down");
    }

    @Test
    void pressesNothingWhereTheFocusNeverComes() {
        PaintedDialog dialog =
                PaintedDialog.asking("Go on?", "Cancel", "Yes")
                        .with(PaintedDialog.Style.ROUND)
                        .pressedByNothing();
        desktop.show(dialog);

        List<Click> clicks = looks(clicker(), 10);

        assertThat(clicks.getLast().how()).isEqualTo("Tab, which never reached it");
        assertThat(desktop.events()).doesNotContain("SPACE down");
    }

    @Test
    void worksADialogByEnterThatMovesAwayFromThePointer() {
        desktop.show(PaintedDialog.asking("Catch me!", "OK", "Cancel").thatIsShy());
        CrazyClicker clicker = clicker();

        List<Click> clicks = looks(clicker, 10);

        assertThat(clicks).extracting(Click::how).containsExactly("Enter");
        assertThat(desktop.events()).doesNotContain("down");
        assertThat(desktop.pressed()).containsExactly("OK");
        assertThat(clicker.clicks()).isOne();
    }

    @Test
    void leavesADialogAloneThoughTheFocusMovesUnderTheClick() {
        desktop.show(
                PaintedDialog.asking("Nothing happens.", "Cancel", "OK")
                        .withDefault("Cancel")
                        .thatStays());
        CrazyClicker clicker = clicker();

        List<Click> clicks = looks(clicker, 10);

        assertThat(clicks).allMatch(click -> click.effect() == Effect.NONE);
        assertThat(desktop.pressed()).containsOnly("OK");
        assertThat(clicker.leftAlone()).hasSize(1);
    }

    @Test
    void doesNotClickALabelThatIsSwappedWhileItReads() {
        PaintedDesktop swapping = new PaintedDesktop(1024, 768);
        swapping.show(PaintedDialog.asking("Go on?", "OK").thatStays());
        Frame first = swapping.frame();
        PaintedDesktop swapped = new PaintedDesktop(1024, 768);
        swapped.show(PaintedDialog.asking("Go on?", "No").thatStays());
        List<Frame> frames = new ArrayList<>(List.of(first, first));
        CrazyClicker clicker =
                clicker(() -> frames.isEmpty() ? swapped.frame() : frames.removeFirst(), swapping);

        assertThat(clicker.look()).isEmpty();

        assertThat(swapping.pressed()).isEmpty();
    }

    @Test
    void doesNotClickALabelThatIsSwappedUnderThePointer() {
        PaintedDesktop swapping = new PaintedDesktop(1024, 768);
        swapping.show(PaintedDialog.asking("Go on?", "Install", "Exit").thatStays());
        PaintedDesktop swapped = new PaintedDesktop(1024, 768);
        swapped.show(PaintedDialog.asking("Go on?", "Remove", "Exit").thatStays());
        CrazyClicker clicker =
                clicker(
                        () ->
                                swapping.dialogUnderPointer()
                                        ? swapped.frameWithPointerOf(swapping)
                                        : swapping.frame(),
                        swapping);

        assertThat(looks(clicker, 3)).extracting(Click::how).containsExactly("Enter");

        assertThat(swapping.events()).doesNotContain("down");
    }
}
