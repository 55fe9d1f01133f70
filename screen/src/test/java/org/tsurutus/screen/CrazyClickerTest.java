package org.tsurutus.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.screen.Click.Effect;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CrazyClickerTest {
    @TempDir Path run;

    private final PaintedDesktop desktop = new PaintedDesktop(1024, 768);
    private final VirtualTime time = new VirtualTime();
    private final Tesseract reader = Tesseract.open();

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void clicksYesAndNotNoAndWritesWhatItDid() throws IOException {
        desktop.show(PaintedDialog.asking("Go on?", "No", "Yes", "Cancel"));
        time.pass(Duration.ofMillis(4123));

        Click click = clicker().look().orElseThrow();

        assertThat(desktop.pressed()).containsExactly("Yes");
        assertThat(click.label()).isEqualTo("Yes");
        assertThat(click.word()).isEqualTo("yes");
        assertThat(click.reason()).isEqualTo("affirmative");
        assertThat(click.effect()).isEqualTo(Effect.CHANGED);
        assertThat(click.alternatives())
                .extracting(Alternative::why)
                .containsExactly("never: no", "never: cancel");
        assertThat(click.changedFraction()).isBetween(0.03, 0.08);
        assertThat(click.reactionMillis()).isBetween(1L, 200L);
        assertThat(click.millis()).isBetween(4200L, 4400L);
        assertThat(click.frame())
                .isEqualTo(Frame.readPng(run.resolve("screens/0001-before.png")).sha256());
        assertThat(Frame.readPng(run.resolve("screens/0001-after.png"))).isEqualTo(desktop.frame());
    }

    @Test
    void writesTheLineThatReadersRelyOn() throws IOException {
        desktop.show(PaintedDialog.asking("Go on?", "OK", "Cancel"));
        Click click = clicker().look().orElseThrow();

        List<String> lines = Files.readAllLines(run.resolve("clicks.jsonl"));

        assertThat(lines).hasSize(1);
        JsonNode line = JsonMapper.shared().readTree(lines.getFirst());
        assertThat(line.propertyNames())
                .containsExactly(
                        "at",
                        "millis",
                        "frame",
                        "before",
                        "after",
                        "width",
                        "height",
                        "box",
                        "label",
                        "word",
                        "score",
                        "alternatives",
                        "reason",
                        "effect",
                        "changedFraction",
                        "reactionMillis");
        assertThat(line.get("at").asString()).matches("2026-11-22T21:00:00\\.\\d{3}Z");
        assertThat(line.get("before").asString()).isEqualTo("screens/0001-before.png");
        assertThat(line.get("after").asString()).isEqualTo("screens/0001-after.png");
        assertThat(line.get("width").asInt()).isEqualTo(1024);
        assertThat(line.get("box").toString())
                .isEqualTo(
                        "{\"x\":%d,\"y\":%d,\"width\":75,\"height\":23}"
                                .formatted(click.box().x(), click.box().y()));
        assertThat(line.get("alternatives").get(0).propertyNames())
                .containsExactly("label", "box", "why");
        assertThat(line.get("effect").asString()).isEqualTo("changed");
        assertThat(line.get("score").asDouble()).isEqualTo(click.score());
    }

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
        assertThat(left.why()).isEqualTo("no button that is known to go on");
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
    void triesTheDefaultButtonWithoutEffectOnceMoreByEnterAndThenLeavesItAlone() {
        desktop.show(PaintedDialog.asking("Nothing happens.", "OK", "Cancel").thatStays());
        CrazyClicker clicker = clicker();

        List<Click> clicks = looks(clicker, 10);

        assertThat(clicks).extracting(Click::effect).containsExactly(Effect.NONE, Effect.NONE);
        assertThat(clicks)
                .extracting(Click::reason)
                .containsExactly("affirmative", "affirmative, second try with Enter");
        assertThat(clicks).allMatch(click -> click.reactionMillis() >= 2000);
        assertThat(desktop.events()).containsOnlyOnce("ENTER down").containsOnlyOnce("ENTER up");
        assertThat(clicker.leftAlone())
                .extracting(LeftAlone::why)
                .containsExactly("no effect after 2 tries");
    }

    @Test
    void leavesADialogAloneThoughTheFocusMovesUnderTheClick() {
        desktop.show(
                PaintedDialog.asking("Nothing happens.", "Cancel", "OK")
                        .withDefault("Cancel")
                        .thatStays());
        CrazyClicker clicker = clicker();

        List<Click> clicks = looks(clicker, 10);

        assertThat(clicks).extracting(Click::effect).containsExactly(Effect.NONE, Effect.NONE);
        assertThat(desktop.pressed()).containsExactly("OK", "OK");
        assertThat(clicker.leftAlone()).hasSize(1);
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
    void writesTheClickThatEndedThePc() throws IOException {
        boolean[] off = new boolean[1];
        desktop.show(PaintedDialog.asking("Go on?", "OK").then(_ -> off[0] = true));
        CrazyClicker clicker =
                clicker(
                        () -> {
                            if (off[0]) {
                                throw new ScreenException("the PC is off; start it");
                            }
                            return desktop.frame();
                        },
                        desktop);

        assertThat(clicker.look()).isPresent();

        assertThat(Files.readAllLines(run.resolve("clicks.jsonl"))).hasSize(1);
        assertThatThrownBy(clicker::look)
                .isInstanceOf(ScreenException.class)
                .hasMessage("the PC is off; start it");
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

    @Test
    void keepsPicturesOfAnEarlierClicker() {
        desktop.show(PaintedDialog.asking("Go on?", "OK"));
        clicker().look();
        desktop.show(PaintedDialog.asking("Go on?", "OK"));

        assertThat(clicker().look().orElseThrow().before()).isEqualTo("screens/0002-before.png");
    }

    private CrazyClicker clicker() {
        return clicker(desktop, desktop);
    }

    private CrazyClicker clicker(Screen screen, Input input) {
        return new CrazyClicker(
                screen,
                input,
                reader,
                run.resolve("screens"),
                run.resolve("clicks.jsonl"),
                time.clock(),
                new SplittableRandom(7));
    }

    private static List<Click> looks(CrazyClicker clicker, int times) {
        List<Click> clicks = new ArrayList<>();
        for (int look = 0; look < times; look++) {
            Optional<Click> click = clicker.look();
            click.ifPresent(clicks::add);
        }
        return clicks;
    }
}
