package org.tsurutus.screen;

import java.util.List;
import java.util.Optional;
import org.tsurutus.screen.scene.Control;
import org.tsurutus.screen.scene.Panel;

/// Which control to work next, and why not the others.
///
/// @param choice empty when none is to be worked
/// @param alternatives all other controls, in reading order
public record ClickDecision(Optional<Choice> choice, List<Alternative> alternatives) {
    public ClickDecision {
        alternatives = List.copyOf(alternatives);
    }

    /// The control to work.
    ///
    /// @param panel what it is on
    /// @param word the word of the tables that its label means
    /// @param reason the word's intent, for example `affirmative`
    public record Choice(Panel panel, Control control, String word, String reason) {}
}
