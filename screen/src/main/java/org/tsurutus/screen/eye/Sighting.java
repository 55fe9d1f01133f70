package org.tsurutus.screen.eye;

import java.util.List;
import org.tsurutus.screen.Box;
import org.tsurutus.screen.scene.Control;

/// What the network sees on a frame, before anything is read.
///
/// @param panels dialogs and message bars, the surest first
/// @param shapes what can be worked on them, the surest first
public record Sighting(List<Pane> panels, List<Shape> shapes) {
    public Sighting {
        panels = List.copyOf(panels);
        shapes = List.copyOf(shapes);
    }

    /// A dialog or a bar.
    ///
    /// @param bar whether it is a message bar
    /// @param sureness 0 to 1
    public record Pane(boolean bar, Box box, double sureness) implements Seen {}

    /// A control.
    ///
    /// @param sureness 0 to 1, that it is one of this kind
    /// @param enabled whether it can be worked now
    /// @param isDefault whether it looks like the one that the Enter key presses
    /// @param focused whether the keyboard works it
    /// @param checked whether it is marked
    public record Shape(
            Control.Kind kind,
            Box box,
            double sureness,
            boolean enabled,
            boolean isDefault,
            boolean focused,
            boolean checked)
            implements Seen {}

    /// Something at a place.
    public sealed interface Seen {
        /// Where it is.
        Box box();

        /// How sure that is, 0 to 1.
        double sureness();
    }
}
