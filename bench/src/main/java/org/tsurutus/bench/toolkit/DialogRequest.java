package org.tsurutus.bench.toolkit;

import java.util.List;

/// What a program of `bench/toolkits` is asked to show: one line of JSON.
///
/// @param title of the window
/// @param text what the dialog says
/// @param panel `dialog` or `wizard`
/// @param controls from top to bottom, then the buttons from left to right
/// @param page what is written on the page behind the dialog
/// @param x where the dialog is to be, in the toolkit's pixels
/// @param y where the dialog is to be
/// @param width of the page behind it
/// @param height of the page behind it
public record DialogRequest(
        String title,
        String text,
        String panel,
        List<Wish> controls,
        String page,
        int x,
        int y,
        int width,
        int height) {

    /// A control.
    ///
    /// @param label with `&` before the letter that is underlined; empty where there is none
    /// @param text what a text field holds
    public record Wish(
            String kind,
            String label,
            String text,
            boolean enabled,
            boolean isDefault,
            boolean checked) {}

    static DialogRequest of(
            Scene scene, Wording wording, String language, int x, int y, int width, int height) {
        return new DialogRequest(
                Wording.plain(wording.marked(scene.title(), language)),
                Wording.plain(wording.marked(scene.text(), language)),
                scene.panel(),
                scene.controls().stream().map(part -> wish(part, wording, language)).toList(),
                Wording.plain(wording.marked("page", language)),
                x,
                y,
                width,
                height);
    }

    private static Wish wish(Scene.Part part, Wording wording, String language) {
        return new Wish(
                part.kind(),
                part.label().map(word -> wording.marked(word, language)).orElse(""),
                part.text().orElse(""),
                !part.disabled(),
                part.isDefault(),
                part.checked());
    }
}
