package org.tsurutus.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tsurutus.screen.Click.Effect;
import org.tsurutus.screen.cast.End;
import org.tsurutus.screen.cast.Screencast;
import org.tsurutus.screen.cast.ScreencastReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a click leaves behind: its line, its pictures, the film, and what a listener is told.
class ClickTracesTest extends WithClicker {
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
        assertThat(click.reactionMillis()).isBetween(50L, 150L);
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
    void keepsPicturesThatAreThereAlready() throws IOException {
        Path earlier = run.resolve("screens/0001-before.png");
        Files.createDirectories(run.resolve("screens"));
        Files.writeString(earlier, "earlier");
        desktop.show(PaintedDialog.asking("Go on?", "OK"));

        assertThat(clicker().look().orElseThrow().before()).isEqualTo("screens/0002-before.png");
        assertThat(earlier).hasContent("earlier");
    }
}
