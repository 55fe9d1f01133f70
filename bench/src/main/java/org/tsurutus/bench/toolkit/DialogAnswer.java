package org.tsurutus.bench.toolkit;

import java.util.List;
import org.tsurutus.screen.Box;

/// Where everything of a dialog lies that was shown as a [DialogRequest] asked.
///
/// @param panel the window with its title bar
/// @param controls in the order of the request
public record DialogAnswer(Box panel, List<Shown> controls) {

    /// What became of one control.
    public record Shown(
            Box box, boolean enabled, boolean isDefault, boolean focused, boolean checked) {}
}
