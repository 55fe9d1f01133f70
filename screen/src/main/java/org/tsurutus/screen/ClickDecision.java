package org.tsurutus.screen;

import java.util.List;
import java.util.Optional;

/// Which of a frame's buttons to click, and why not the others.
///
/// @param choice empty when none is to be clicked
/// @param alternatives all other buttons, in reading order
public record ClickDecision(Optional<Choice> choice, List<Alternative> alternatives) {
    public ClickDecision {
        alternatives = List.copyOf(alternatives);
    }

    /// The button to click.
    ///
    /// @param word the word of the tables that its label means
    /// @param reason the word's intent, for example `affirmative`
    public record Choice(Button button, String word, String reason) {}
}
