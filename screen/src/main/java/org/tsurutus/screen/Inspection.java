package org.tsurutus.screen;

import java.util.List;
import java.util.Optional;
import org.tsurutus.screen.internal.Json;
import org.tsurutus.screen.scene.Control;
import org.tsurutus.screen.scene.Panel;
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

    /// Looks at a frame.
    ///
    /// @throws ScreenException when the text reader fails
    public static Inspection of(Frame frame, TextReader reader) {
        List<Button> buttons = new ButtonFinder(reader).find(frame);
        ClickDecision decision = new Decider(ButtonWords.standard()).decide(buttons);
        List<Control> controls = buttons.stream().map(Inspection::control).toList();
        return new Inspection(
                frame.sha256(),
                frame.width(),
                frame.height(),
                new Scene(List.of(new Panel(Panel.Kind.DIALOG, frame.box(), "", controls))),
                decision.choice().map(choice -> control(choice.button())),
                decision.alternatives());
    }

    private static Control control(Button button) {
        return new Control(
                Control.Kind.BUTTON,
                button.box(),
                button.label(),
                button.confidence(),
                true,
                button.isDefault(),
                false,
                false);
    }

    /// One line of JSON.
    public String toJson() {
        return Json.line(this);
    }
}
