package org.tsurutus.app.report;

import java.time.Duration;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.cast.Tile;

/// A click in the film, with a small picture of the screen as it was clicked.
///
/// @param millis when, on the clock of the film
/// @param time the same for people
/// @param address the small picture
/// @param boxStyle where the clicked box lies on the picture, as style
record KeyMoment(String label, long millis, String time, String address, String boxStyle) {

    /// @param frame what the screen showed
    static KeyMoment of(Click click, Frame frame) {
        return new KeyMoment(
                click.label().isEmpty() ? "Unlabelled button" : click.label(),
                click.millis(),
                ShownText.span(Duration.ofMillis(click.millis())),
                "data:image/png;base64," + Tile.of(0, 0, Thumbnail.of(frame)).png(),
                click.boxStyle());
    }
}
