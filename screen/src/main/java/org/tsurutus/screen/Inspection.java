package org.tsurutus.screen;

import java.util.List;
import java.util.Optional;
import org.tsurutus.screen.grammar.ButtonWords;
import org.tsurutus.screen.internal.Json;
import org.tsurutus.screen.scene.Control;
import org.tsurutus.screen.scene.Scene;
import org.tsurutus.screen.sight.Sight;

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

    /// Looks at a frame.
    ///
    /// @throws ScreenException when the text reader fails
    public static Inspection of(Frame frame, TextReader reader) {
        ButtonWords words = ButtonWords.standard();
        Scene scene = new Sight(reader, words).look(frame);
        ClickDecision decision = new Decider(words).decide(scene);
        return new Inspection(
                frame.sha256(),
                frame.width(),
                frame.height(),
                scene,
                decision.choice().map(ClickDecision.Choice::control),
                decision.alternatives());
    }

    /// One line of JSON.
    public String toJson() {
        return Json.line(this);
    }
}
