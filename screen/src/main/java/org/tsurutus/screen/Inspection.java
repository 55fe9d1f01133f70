package org.tsurutus.screen;

import java.util.List;
import java.util.Optional;
import org.tsurutus.screen.internal.Json;
import org.tsurutus.screen.scene.Control;
import org.tsurutus.screen.scene.Scene;

/// What CrazyClicker would do about one frame, without doing it.
///
/// @param frame [Frame#sha256()]
/// @param width the frame's width in pixels
/// @param height the frame's height in pixels
/// @param scene all that was recognised
/// @param press where it would click; `null` in JSON when nowhere
/// @param alternatives the others and why not they
public record Inspection(
        String frame,
        int width,
        int height,
        Scene scene,
        Optional<Control> press,
        List<Alternative> alternatives) {
    public Inspection {
        alternatives = List.copyOf(alternatives);
    }

    /// Looks at one frame; an [Inspector] looks at many.
    ///
    /// @throws ScreenException when the text reader fails
    public static Inspection of(Frame frame, TextReader reader) {
        return new Inspector(reader).inspect(frame);
    }

    /// One line of JSON.
    public String toJson() {
        return Json.line(this);
    }
}
