package org.tsurutus.screen.tries;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsurutus.screen.Key;
import org.tsurutus.screen.scene.Control;
import org.tsurutus.screen.scene.Panel;

/// A way to work a control.
public sealed interface Tactic {
    /// Click on it.
    record Press() implements Tactic {}

    /// Press the Enter key, which works the default button.
    record Enter() implements Tactic {}

    /// Press Alt and a letter of the label.
    record Mnemonic(Key letter) implements Tactic {}

    /// Press the Tab key until the control shows that it has the keyboard, then Space.
    record Tab() implements Tactic {}

    /// How `clicks.jsonl` calls it.
    default String told() {
        return switch (this) {
            case Press _ -> "click";
            case Enter _ -> "Enter";
            case Mnemonic(Key letter) -> "Alt+" + Character.toString(letter.keysym());
            case Tab _ -> "Tab and Space";
        };
    }

    /// The ways that fit a control, in the order to try them. A click may be lost on a busy PC, so
    /// there are two. Keys go to the dialog in front and nowhere else, and the Enter key presses
    /// whatever is the default.
    ///
    /// @param inFront whether no other panel lies in front, as far as one can tell
    static List<Tactic> of(Panel panel, Control control, boolean inFront) {
        List<Tactic> tactics = new ArrayList<>(List.of(new Press(), new Press()));
        if (control.kind() == Control.Kind.TEXT_FIELD || !inFront) {
            return tactics;
        }
        if (isPressedByEnter(panel, control)) {
            tactics.add(new Enter());
        }
        mnemonic(control.label()).ifPresent(letter -> tactics.add(new Mnemonic(letter)));
        tactics.add(new Tab());
        return tactics;
    }

    private static boolean isPressedByEnter(Panel panel, Control control) {
        return control.kind() == Control.Kind.BUTTON
                && control.isDefault()
                && panel.controls().stream()
                        .filter(other -> !other.equals(control))
                        .noneMatch(other -> other.isDefault() || other.focused());
    }

    /// The letter in brackets at a label's end, as East Asian dialogs have it.
    private static Optional<Key> mnemonic(String label) {
        int open = Math.max(label.lastIndexOf('('), label.lastIndexOf('（'));
        if (open < 0 || open + 1 >= label.length()) {
            return Optional.empty();
        }
        char letter = Character.toLowerCase(label.charAt(open + 1));
        return letter >= 'a' && letter <= 'z' ? Optional.of(Key.of(letter)) : Optional.empty();
    }
}
