package org.tsurutus.bench.click.draw;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What the browser is told to draw; the names of its parts are those that the scripts know.
///
/// @param seed what small things follow from: positions of icons, wordings, widths
/// @param width the page's width in pixels of the style sheet
/// @param height the page's height, likewise
/// @param scale pixels of the frame for one of the style sheet
/// @param language a language of [Tables#LANGUAGES]
/// @param looks how everything looks
/// @param setting what the dialog stands before
/// @param arrangement how the dialog is laid out
/// @param distractor a screen on which nothing may be clicked
/// @param dialog the dialog, a row of `dialogs.json`
/// @param wording what stands on all of it
record Plan(
        int seed,
        int width,
        int height,
        double scale,
        String language,
        @JsonUnwrapped Looks looks,
        @JsonUnwrapped Setting setting,
        @JsonUnwrapped Arrangement arrangement,
        Optional<String> distractor,
        Optional<JsonNode> dialog,
        @JsonUnwrapped Wording wording) {
    /// The same with nothing before the dialog, which lies in the middle.
    Plan inFullSight() {
        return new Plan(
                seed,
                width,
                height,
                scale,
                language,
                looks,
                setting.withoutTaskbar(),
                arrangement.inFullSight(),
                distractor,
                dialog,
                wording);
    }
}
