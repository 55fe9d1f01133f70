package org.tsurutus.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.run.RunDirectory;
import org.tsurutus.markii.HostileText;
import org.tsurutus.screen.Box;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.Inspector;
import org.tsurutus.screen.ScreenException;
import org.tsurutus.screen.scene.Control;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Decides again about the pictures that a run's clicks were decided on.
///
/// @param inspector decides
record ClickReplay(Inspector inspector) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern PICTURE = Pattern.compile("screens/[0-9]{1,9}-before\\.png");
    private static final int MOST_CLICKS = 10_000;
    private static final long LARGEST_FILE = 64L << 20;

    /// One click, judged again.
    ///
    /// @param click its number, from 1
    /// @param before the picture, relative to the run's directory
    /// @param label what was read on the control then
    /// @param box where it was then
    /// @param same whether a control at the same place with the same label would be worked now
    /// @param now what would be worked now, or why that cannot be said
    record Judged(int click, String before, String label, Box box, boolean same, String now) {
        /// One line for people.
        String told() {
            String then =
                    "%d %s \"%s\" at %d,%d: ".formatted(click, before, label, box.x(), box.y());
            return HostileText.shown(then + (same ? "the same" : "now " + now));
        }

        /// One line of JSON.
        String toJson() {
            return JSON.writeValueAsString(this);
        }
    }

    /// All clicks of a run, in order.
    ///
    /// @throws FarmException when the run has no readable `clicks.jsonl`
    List<Judged> of(RunDirectory run) {
        Path clicks = run.clicks();
        List<Judged> all = new ArrayList<>();
        try {
            if (!Files.isRegularFile(clicks) || Files.size(clicks) > LARGEST_FILE) {
                throw FarmException.input(
                        clicks + " is no file of clicks; name the directory of a run that clicked");
            }
            try (BufferedReader lines = Files.newBufferedReader(clicks)) {
                for (String line = lines.readLine();
                        line != null && all.size() < MOST_CLICKS;
                        line = lines.readLine()) {
                    all.add(judge(run.path(), all.size() + 1, JSON.readTree(line)));
                }
            }
        } catch (IOException e) {
            throw FarmException.input("cannot read " + clicks + ": " + e);
        } catch (JacksonException e) {
            throw FarmException.input(
                    "line %d of %s is damaged (%s); take an undamaged copy of it"
                            .formatted(all.size() + 1, clicks, e.getOriginalMessage()));
        }
        return all;
    }

    private Judged judge(Path run, int number, JsonNode click) {
        String before = click.path("before").asString("");
        String label = click.path("label").asString("");
        Box box = box(click.path("box"));
        try {
            Frame frame = picture(run, before, click.path("frame").asString(""));
            List<Control> worked = inspector.choices(frame);
            boolean same =
                    worked.stream()
                            .anyMatch(each -> each.box().equals(box) && each.label().equals(label));
            return new Judged(number, before, label, box, same, told(worked));
        } catch (ScreenException e) {
            return new Judged(number, before, label, box, false, "unknown: " + e.getMessage());
        }
    }

    private static Frame picture(Path run, String before, String sha256) {
        Path file = run.resolve(PICTURE.matcher(before).matches() ? before : "");
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new ScreenException("its picture was not kept");
        }
        Frame frame = Frame.readPng(file);
        if (!frame.sha256().equals(sha256)) {
            throw new ScreenException("its picture is not the one that was judged");
        }
        return frame;
    }

    private static Box box(JsonNode box) {
        return new Box(
                Math.max(0, box.path("x").asInt(0)),
                Math.max(0, box.path("y").asInt(0)),
                Math.max(1, box.path("width").asInt(1)),
                Math.max(1, box.path("height").asInt(1)));
    }

    private static String told(List<Control> worked) {
        return worked.isEmpty()
                ? "nothing"
                : String.join(
                        ", ",
                        worked.stream()
                                .map(each ->
                                        "\"%s\" at %d,%d"
                                                .formatted(
                                                        each.label(),
                                                        each.box().x(),
                                                        each.box().y()))
                                .toList());
    }
}
