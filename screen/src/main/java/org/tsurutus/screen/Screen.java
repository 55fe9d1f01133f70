package org.tsurutus.screen;

/// A PC's screen, as far as it can be seen from outside.
@FunctionalInterface
public interface Screen {
    /// What the screen shows now.
    ///
    /// @throws ScreenException when the screen cannot be had, for example because the PC is off
    Frame frame();
}
