package org.tsurutus.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tsurutus.screen.Click.Effect;

/// Which dialogs are gone through, in which order, and when that ends.
class CrazyClickerTest extends WithClicker {
    @Test
    void clicksNothingOnAnEmptyDesktopAndLeavesNoFile() {
        assertThat(looks(clicker(), 5)).isEmpty();

        assertThat(desktop.pressed()).isEmpty();
        assertThat(run.resolve("clicks.jsonl")).doesNotExist();
    }

    @Test
    void neverClicksCancelOrNoEvenWhenTheyStandAlone() {
        desktop.show(PaintedDialog.asking("Remove it all?", "No", "Cancel", "Uninstall"));
        CrazyClicker clicker = clicker();

        assertThat(looks(clicker, 5)).isEmpty();

        assertThat(desktop.pressed()).isEmpty();
        assertThat(clicker.leftAlone()).hasSize(1);
        LeftAlone left = clicker.leftAlone().getFirst();
        assertThat(left.why()).isEqualTo("nothing that is known to go on");
        assertThat(left.buttons()).containsExactly("No", "Cancel", "Uninstall");
        assertThat(run.resolve(left.picture())).exists();
    }

    @Test
    void goesThroughDialogAfterDialog() {
        PaintedDialog last = PaintedDialog.asking("All is well.", "Finish").at(100, 400);
        PaintedDialog terms =
                PaintedDialog.asking("These are the terms.", "I Agree", "Cancel")
                        .then(_ -> desktop.show(last));
        desktop.show(
                PaintedDialog.asking("Welcome.", "Back", "Next >", "Cancel")
                        .at(500, 100)
                        .then(_ -> desktop.show(terms)));

        List<Click> clicks = looks(clicker(), 10);

        assertThat(desktop.pressed()).containsExactly("Next >", "I Agree", "Finish");
        assertThat(clicks)
                .extracting(Click::reason)
                .containsExactly("continue", "accept", "finish");
        assertThat(desktop.open()).isZero();
    }

    @Test
    void ticksTheBoxBeforeItPressesTheButton() {
        desktop.show(
                PaintedDialog.asking("These are the terms.", "Next >", "Cancel")
                        .with(new PaintedDialog.Term("I accept the agreement", false)));

        List<Click> clicks = looks(clicker(), 10);

        assertThat(desktop.pressed()).containsExactly("I accept the agreement", "Next >");
        assertThat(clicks).extracting(Click::kind).containsExactly("check_box", "button");
        assertThat(clicks).extracting(Click::panel).containsExactly("wizard", "wizard");
    }

    @Test
    void typesIntoAFieldWhenTheButtonWaits() {
        desktop.show(
                PaintedDialog.asking("Who are you?", "OK", "Cancel")
                        .with(new PaintedDialog.Field("", false)));

        List<Click> clicks = looks(clicker(), 10);

        assertThat(clicks).extracting(Click::kind).containsExactly("text_field", "button");
        assertThat(clicks).extracting(Click::typed).containsExactly("user1234", "");
        assertThat(desktop.pressed()).containsExactly("OK");
    }

    @Test
    void stirsWhereNothingHappensAndPressesNothing() {
        CrazyClicker clicker = clicker();
        looks(clicker, 3);
        List<String> before = List.copyOf(desktop.events());
        time.pass(Duration.ofSeconds(19));
        looks(clicker, 3);
        assertThat(desktop.events()).isEqualTo(before);

        time.pass(Duration.ofSeconds(2));
        looks(clicker, 3);

        List<String> stirred = desktop.events().subList(before.size(), desktop.events().size());
        assertThat(stirred)
                .contains("move", "wheel 1", "wheel -1")
                .allMatch(event -> event.equals("move") || event.startsWith("wheel"));
    }

    @Test
    void decidesAndMovesTheSameForTheSameSeedAndTheSameFrames() {
        PaintedDesktop other = new PaintedDesktop(1024, 768);
        for (PaintedDesktop each : List.of(desktop, other)) {
            PaintedDialog last = PaintedDialog.asking("All is well.", "Finish").at(100, 400);
            each.show(
                    PaintedDialog.asking("Welcome.", "Next >", "Cancel")
                            .then(_ -> each.show(last)));
        }
        List<Click> clicks = looks(clicker(), 6);
        VirtualTime again = new VirtualTime();
        try (CrazyClicker second =
                clicker(other, other, run.resolve("again/screens"), again.clock())) {
            assertThat(looks(second, 6)).isEqualTo(clicks).hasSize(2);
        }
        assertThat(other.events()).isEqualTo(desktop.events());
    }

    @Test
    void clicksAnotherDialogBesideOneThatIsLeftAlone() {
        desktop.show(PaintedDialog.asking("Sure?", "No", "Cancel").at(20, 20));
        desktop.show(PaintedDialog.asking("Go on?", "Continue", "Cancel").at(500, 400));

        assertThat(looks(clicker(), 5)).extracting(Click::label).containsExactly("Continue");
    }

    @Test
    void stopsWhenTheSameDialogComesBackForEver() {
        Runnable[] again = new Runnable[1];
        again[0] =
                () ->
                        desktop.show(
                                PaintedDialog.asking("Here I am again.", "OK")
                                        .at(100 + desktop.pressed().size() * 7, 200)
                                        .then(_ -> again[0].run()));
        again[0].run();
        CrazyClicker clicker = clicker();

        List<Click> clicks = looks(clicker, 60);

        assertThat(clicks).hasSize(25).allMatch(click -> click.effect() == Effect.CHANGED);
        assertThat(clicker.leftAlone())
                .extracting(LeftAlone::why)
                .containsExactly("came back after 25 clicks");
    }

    @Test
    void runsUntilItIsToldToStop() {
        desktop.show(PaintedDialog.asking("Go on?", "OK"));
        int[] asked = new int[1];

        clicker().run(() -> ++asked[0] > 3);

        assertThat(asked[0]).isEqualTo(4);
        assertThat(desktop.pressed()).containsExactly("OK");
    }

    @Test
    void stopsWhenItIsInterruptedAndKeepsTheFlag() {
        Thread.currentThread().interrupt();

        clicker().run(() -> false);

        assertThat(Thread.interrupted()).isTrue();
    }
}
