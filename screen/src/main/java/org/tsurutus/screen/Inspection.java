package org.tsurutus.screen;

import java.util.List;
import java.util.Optional;
import org.tsurutus.screen.ClickDecision.Choice;
import org.tsurutus.screen.internal.Json;

/// What CrazyClicker would do about one frame, without doing it.
///
/// @param frame [Frame#sha256()]
/// @param width the frame's width in pixels
/// @param height the frame's height in pixels
/// @param buttons all buttons seen, in reading order
/// @param choice the one that would be clicked; `null` in JSON when none would be
/// @param alternatives the others and why not they
public record Inspection(
        String frame,
        int width,
        int height,
        List<Button> buttons,
        Optional<Choice> choice,
        List<Alternative> alternatives) {
    public Inspection {
        buttons = List.copyOf(buttons);
        alternatives = List.copyOf(alternatives);
    }

    /// Looks at a frame.
    ///
    /// @throws ScreenException when the text reader fails
    public static Inspection of(Frame frame, TextReader reader) {
        List<Button> buttons = new ButtonFinder(reader).find(frame);
        ClickDecision decision = new Decider(ButtonWords.standard()).decide(buttons);
        return new Inspection(
                frame.sha256(),
                frame.width(),
                frame.height(),
                buttons,
                decision.choice(),
                decision.alternatives());
    }

    /// One line of JSON.
    public String toJson() {
        return Json.line(this);
    }
}
