package org.tsurutus.screen.scene;

import java.util.Locale;
import org.tsurutus.screen.Box;

/// Something on a dialog that a person can work.
///
/// @param kind what it is
/// @param box its outermost edge; for check boxes and radio buttons the mark together with its
///   label
/// @param label what was read on it, trimmed; empty where nothing could be read
/// @param confidence 0 to 1, how sure shape and reading are
/// @param enabled whether it can be worked now, so far as its looks tell
/// @param isDefault whether it looks like the one that the Enter key presses
/// @param focused whether it shows that the keyboard works it
/// @param checked whether a check box or radio button is marked; false for all else
public record Control(
        Kind kind,
        Box box,
        String label,
        double confidence,
        boolean enabled,
        boolean isDefault,
        boolean focused,
        boolean checked) {

    /// Whether it is a box or a circle that can be marked.
    public boolean isMark() {
        return kind == Kind.CHECK_BOX || kind == Kind.RADIO_BUTTON;
    }

    /// Whether it acts when it is pressed.
    public boolean isPressed() {
        return kind == Kind.BUTTON || kind == Kind.LINK;
    }

    /// Kinds of controls.
    public enum Kind {
        BUTTON,
        /// A line of text that acts as a button.
        LINK,
        CHECK_BOX,
        RADIO_BUTTON,
        TEXT_FIELD,
        /// The bar at the top of a window, which brings it to the front.
        TITLE_BAR;

        /// The name in JSON, for example `check_box`.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
