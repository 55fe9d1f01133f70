package org.tsurutus.screen.cast;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.tsurutus.screen.ChangedParts;
import org.tsurutus.screen.Frame;

/// What a screen showed from a moment on, told by what is new.
///
/// @param millis the moment, in milliseconds on the clock of the run
/// @param frame [Frame#sha256()] of the whole frame where the change is one: one tile that says all
/// @param width the frame's width in pixels
/// @param height the frame's height in pixels
/// @param tiles the parts that are new; they do not overlap
public record Change(
        long millis,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> frame,
        int width,
        int height,
        List<Tile> tiles) {
    public Change {
        tiles = List.copyOf(tiles);
    }

    /// The whole frame.
    public static Change whole(long millis, Frame frame) {
        return new Change(
                millis,
                Optional.of(frame.sha256()),
                frame.width(),
                frame.height(),
                List.of(Tile.of(0, 0, frame)));
    }

    /// What is new in a frame since one of the same size.
    static Change between(long millis, Frame before, Frame after) {
        return new Change(
                millis,
                Optional.empty(),
                after.width(),
                after.height(),
                ChangedParts.between(before, after, CastFormat.MOST_TILES).stream()
                        .map(part -> Tile.of(part.x(), part.y(), after.crop(part)))
                        .toList());
    }
}
