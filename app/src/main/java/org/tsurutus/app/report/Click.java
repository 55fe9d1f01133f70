package org.tsurutus.app.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// One line of `clicks.jsonl`; what a line does not say is empty or zero.
///
/// @param millis when, in milliseconds since the screen was first watched
/// @param frame the hash of what the screen showed when this was decided
/// @param before the picture before the click, a path inside the run's directory
/// @param after the picture after it
/// @param boxStyle where the clicked box lies on the picture, as style
/// @param panel what was clicked on, for example `message bar`
/// @param kind what was clicked, for example `check box`
/// @param how how it was worked; empty where that was a plain click
/// @param typed what was typed into it
/// @param score how sure the finder was, from 0 to 1
/// @param alternatives what could have been clicked, and why it was not
/// @param changedPart the part of the screen that changed, in percent
record Click(
        String at,
        long millis,
        String frame,
        String before,
        String after,
        String boxStyle,
        String label,
        String panel,
        String kind,
        String how,
        String typed,
        String reason,
        String effect,
        String score,
        String changedPart,
        String reaction,
        List<String> alternatives) {

    private static final int MOST_ALTERNATIVES = 20;

    static Click of(JsonNode line) {
        return new Click(
                text(line, "at"),
                line.path("millis").asLong(0),
                text(line, "frame"),
                line.path("before").asString(""),
                line.path("after").asString(""),
                boxStyle(line),
                text(line, "label"),
                words(line, "panel"),
                words(line, "kind"),
                Optional.of(text(line, "how")).filter(how -> !how.equals("click")).orElse(""),
                text(line, "typed"),
                text(line, "reason"),
                text(line, "effect"),
                percent(line.path("score").asDouble(0)),
                percent(line.path("changedFraction").asDouble(0)),
                ShownText.count(line.path("reactionMillis").asLong(0)) + " ms",
                line.path("alternatives")
                        .valueStream()
                        .limit(MOST_ALTERNATIVES)
                        .map(Click::alternative)
                        .toList());
    }

    /// What the label says, or else what kind of control has none.
    String name() {
        return label.isEmpty() ? "Unlabelled " + (kind.isEmpty() ? "button" : kind) : label;
    }

    private static String words(JsonNode node, String name) {
        return text(node, name).replace('_', ' ');
    }

    private static String alternative(JsonNode alternative) {
        return text(alternative, "label") + " – " + text(alternative, "why");
    }

    private static String text(JsonNode node, String name) {
        return ShownText.of(node.path(name).asString(""));
    }

    private static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * fraction);
    }

    /// The box in percent of the picture, so that it fits at every size of the page.
    private static String boxStyle(JsonNode line) {
        double width = line.path("width").asDouble(0);
        double height = line.path("height").asDouble(0);
        JsonNode box = line.path("box");
        if (width <= 0 || height <= 0 || !box.isObject()) {
            return "";
        }
        double left = part(box, "x", width, 0);
        double top = part(box, "y", height, 0);
        return String.format(
                Locale.ROOT,
                "left:%.2f%%;top:%.2f%%;width:%.2f%%;height:%.2f%%",
                left,
                top,
                part(box, "width", width, left),
                part(box, "height", height, top));
    }

    private static double part(JsonNode box, String name, double whole, double taken) {
        return Math.clamp(100 * box.path(name).asDouble(0) / whole, 0, 100 - taken);
    }
}
