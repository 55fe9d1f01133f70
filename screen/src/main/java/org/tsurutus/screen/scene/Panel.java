package org.tsurutus.screen.scene;

import java.util.List;
import java.util.Locale;
import org.tsurutus.screen.Box;

/// A part of the screen that asks something.
///
/// @param kind what it is
/// @param box its outermost edge, so far as it can be seen
/// @param language the table of words that its labels were read with, for example `ja`
/// @param message what it says, as far as that was worth reading; empty otherwise. What is hard to
///   read stands there in each way in which it was read
/// @param controls what is on it, in reading order
public record Panel(Kind kind, Box box, String language, String message, List<Control> controls) {
    public Panel {
        controls = List.copyOf(controls);
    }

    /// Kinds of panels.
    public enum Kind {
        DIALOG,
        /// A dialog of several pages: it has a button to the next or the last one.
        WIZARD,
        /// A bar across a window, as office programs show before they run macros.
        MESSAGE_BAR;

        /// The name in JSON, for example `message_bar`.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
