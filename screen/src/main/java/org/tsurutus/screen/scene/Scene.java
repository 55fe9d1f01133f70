package org.tsurutus.screen.scene;

import java.util.List;

/// What was recognised on one frame.
///
/// @param panels the frontmost first, as far as one can tell
public record Scene(List<Panel> panels) {
    public Scene {
        panels = List.copyOf(panels);
    }

    /// The controls of all panels.
    public List<Control> controls() {
        return panels.stream().flatMap(panel -> panel.controls().stream()).toList();
    }
}
