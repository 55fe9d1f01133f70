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
import org.tsurutus.screen.PaintedDialog.Way;
import org.tsurutus.screen.cast.End;
import org.tsurutus.screen.cast.Screencast;
import org.tsurutus.screen.cast.ScreencastReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CrazyClickerTest {
    @TempDir Path run;

    private final PaintedDesktop desktop = new PaintedDesktop(1024, 768);
    private final VirtualTime time = new VirtualTime();
    private final Tesseract reader = Tesseract.open();
    private final List<CrazyClicker> clickers = new ArrayList<>();

    @AfterEach
    void close() {
        clickers.forEach(CrazyClicker::close);
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
        assertThat(click.panel()).isEqualTo("dialog");
        assertThat(click.kind()).isEqualTo("button");
        assertThat(click.how()).isEqualTo("click");
        assertThat(click.typed()).isEmpty();
        assertThat(click.effect()).isEqualTo(Effect.CHANGED);
        assertThat(click.alternatives())
                .extracting(Alternative::why)
                .containsExactly("negative: no", "never: cancel");
        assertThat(click.changedFraction()).isBetween(0.03, 0.08);
        assertThat(click.reactionMillis()).isBetween(1L, 700L);
        assertThat(click.millis()).isBetween(4200L, 5400L);
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
                        "panel",
                        "kind",
                        "box",
                        "label",
                        "word",
                        "how",
                        "typed",
                        "score",
                        "alternatives",
                        "reason",
                        "effect",
                        "changedFraction",
                        "reactionMillis");
        assertThat(line.get("at").asString()).matches("2026-11-22T21:00:0[01]\\.\\d{3}Z");
        assertThat(line.get("before").asString()).isEqualTo("screens/0001-before.png");
        assertThat(line.get("after").asString()).isEqualTo("screens/0001-after.png");
        assertThat(line.get("width").asInt()).isEqualTo(1024);
        assertThat(line.get("box").toString())
                .isEqualTo(
                        "{\"x\":%d,\"y\":%d,\"width\":%d,\"height\":%d}"
                                .formatted(
                                        click.box().x(),
                                        click.box().y(),
                                        click.box().width(),
                                        click.box().height()));
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
    void filmsWhatItSawAndEndsTheFilm() {
        desktop.show(PaintedDialog.asking("Go on?", "OK"));
        CrazyClicker clicker = clicker();
        looks(clicker, 3);
        clicker.close();

        List<Frame> seen = new ArrayList<>();
        try (ScreencastReader film =
                new ScreencastReader(run.resolve("screens").resolve(Screencast.FILE_NAME))) {
            while (film.next().isPresent()) {
                seen.add(film.frame());
            }
            assertThat(film.end()).map(End::leftOut).contains(0L);
        }
        assertThat(seen.getFirst())
                .isEqualTo(Frame.readPng(run.resolve("screens/0001-before.png")));
        assertThat(seen).contains(Frame.readPng(run.resolve("screens/0001-after.png")));
    }

    @Test
    void tellsEveryClickToAListenerWhenItIsWritten() {
        desktop.show(PaintedDialog.asking("Go on?", "OK"));
        List<Click> told = new ArrayList<>();

        int[] asked = new int[1];

        clicker()
                .run(
                        () -> ++asked[0] > 3,
                        click -> {
                            assertThat(run.resolve("clicks.jsonl")).exists();
                            told.add(click);
                        });

        assertThat(told).extracting(Click::label).containsExactly("OK");
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
    void keepsPicturesThatAreThereAlready() throws IOException {
        Path earlier = run.resolve("screens/0001-before.png");
        Files.createDirectories(run.resolve("screens"));
        Files.writeString(earlier, "earlier");
        desktop.show(PaintedDialog.asking("Go on?", "OK"));

        assertThat(clicker().look().orElseThrow().before()).isEqualTo("screens/0002-before.png");
        assertThat(earlier).hasContent("earlier");
    }

    private CrazyClicker clicker() {
        return clicker(desktop, desktop);
    }

    private CrazyClicker clicker(Screen screen, Input input) {
        CrazyClicker clicker = clicker(screen, input, run.resolve("screens"), time.clock());
        clickers.add(clicker);
        return clicker;
    }

    private CrazyClicker clicker(Screen screen, Input input, Path screens, ScreenClock clock) {
        return new CrazyClicker(
                screen,
                input,
                reader,
                screens,
                screens.resolveSibling("clicks.jsonl"),
                clock,
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
