package org.tsurutus.screen.cast;

import java.util.Base64;
import org.tsurutus.screen.Frame;

/// A part of a frame as it looks now.
///
/// @param x the part's leftmost column in the frame
/// @param y the part's topmost row in the frame
/// @param png the part as a PNG picture, in Base64
public record Tile(int x, int y, String png) {
    /// Packs a picture, without loss.
    ///
    /// @throws org.tsurutus.screen.ScreenException when this Java cannot write PNG
    public static Tile of(int x, int y, Frame picture) {
        return new Tile(x, y, Base64.getEncoder().encodeToString(Png.encode(picture)));
    }
}
