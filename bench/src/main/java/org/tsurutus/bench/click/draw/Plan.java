package org.tsurutus.bench.click.draw;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What the browser is told to draw; its names are those that the scripts know.
///
/// @param seed what small things follow from: positions of icons, wordings, widths
/// @param width the page's width in pixels of the style sheet
/// @param height the page's height, likewise
/// @param scale pixels of the frame for one of the style sheet
/// @param skin how windows look
/// @param contrast whether colours are those of a high contrast theme
/// @param font the style sheet's font-family
/// @param fontSize the size of letters in pixels of the style sheet
/// @param accent a colour that the skin may use
/// @param icons how many lie on the desktop
/// @param around how many windows of others there are
/// @param mnemonics `underlined`, `plain`, or `none`, which leaves out `(Y)` too
/// @param reversed whether the last button comes first
/// @param stretch how much wider than usual the dialog is
/// @param position where the dialog is: 0, 0 is the top left corner, 1, 1 the bottom right one
/// @param owner whether the dialog belongs to a window that can be seen
/// @param dims whether the desktop is darkened where the dialog wants it
/// @param focus whether the default button shows that the keyboard works it
/// @param distractor a screen on which nothing may be clicked
/// @param dialog the dialog, a row of `dialogs.json`
/// @param words all strings of the language by key
/// @param names what stands for `{program}` and the like
record Plan(
        int seed,
        int width,
        int height,
        double scale,
        String language,
        String skin,
        boolean dark,
        boolean contrast,
        String font,
        int fontSize,
        String accent,
        String wallpaper,
        boolean taskbar,
        int icons,
        int around,
        String hidden,
        String mnemonics,
        boolean reversed,
        double stretch,
        List<Double> position,
        boolean owner,
        boolean dims,
        boolean focus,
        Optional<String> distractor,
        Optional<JsonNode> dialog,
        Map<String, String> words,
        Map<String, String> names,
        List<String> sentences,
        List<String> programs,
        List<String> files,
        List<String> people,
        List<String> tabs) {
    /// The same with nothing before the dialog, which lies in the middle.
    Plan inFullSight() {
        return new Plan(
                seed,
                width,
                height,
                scale,
                language,
                skin,
                dark,
                contrast,
                font,
                fontSize,
                accent,
                wallpaper,
                false,
                icons,
                around,
                "none",
                mnemonics,
                reversed,
                1,
                List.of(0.5, 0.5),
                owner,
                dims,
                focus,
                distractor,
                dialog,
                words,
                names,
                sentences,
                programs,
                files,
                people,
                tabs);
    }
}
