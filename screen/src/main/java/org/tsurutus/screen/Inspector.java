package org.tsurutus.screen;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tsurutus.screen.grammar.ButtonWords;
import org.tsurutus.screen.scene.Control;
import org.tsurutus.screen.scene.Panel;
import org.tsurutus.screen.scene.Scene;
import org.tsurutus.screen.sight.Sight;

/// Says of many frames what CrazyClicker would do about each. It remembers labels that it has read,
/// so that the next frame costs less, and belongs to the thread of its [TextReader].
public final class Inspector {
    private final Sight sight;
    private final Decider decider;

    /// @param reader reads labels; stays the caller's to close
    public Inspector(TextReader reader) {
        ButtonWords words = ButtonWords.standard();
        sight = new Sight(reader, words);
        decider = new Decider(words);
    }

    /// Looks at a frame.
    ///
    /// @throws ScreenException when the text reader fails
    public Inspection inspect(Frame frame) {
        Scene scene = sight.look(frame);
        ClickDecision decision = decider.decide(scene);
        return new Inspection(
                frame.sha256(),
                frame.width(),
                frame.height(),
                scene,
                decision.choice().map(ClickDecision.Choice::control),
                decision.alternatives());
    }

    /// What would be worked on a frame; empty where nothing would.
    ///
    /// @throws ScreenException when the text reader fails
    public Optional<Control> look(Frame frame) {
        return decider.decide(sight.look(frame)).choice().map(ClickDecision.Choice::control);
    }

    /// What each panel of a frame would be worked by, the frontmost first, then the title bars of
    /// dialogs that others cover; panels that are left alone are left out.
    ///
    /// @throws ScreenException when the text reader fails
    public List<Control> choices(Frame frame) {
        List<Panel> panels = sight.look(frame).panels();
        return Stream.concat(
                        panels.stream()
                                .flatMap(panel -> decider.decide(panel).choice().stream())
                                .map(ClickDecision.Choice::control),
                        sight.covered(frame, panels).stream()
                                .flatMap(panel -> panel.controls().stream()))
                .toList();
    }
}
