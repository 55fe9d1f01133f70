package org.tsurutus.bench.click.draw;

/// How everything on a frame looks.
///
/// @param skin the name of a [Skin]
/// @param dark whether it is the skin's dark form
/// @param contrast whether colours are those of a high contrast theme
/// @param font the style sheet's font-family
/// @param fontSize the size of letters in pixels of the style sheet
/// @param accent a colour that the skin may use
record Looks(
        String skin, boolean dark, boolean contrast, String font, int fontSize, String accent) {}
