package org.tsurutus.screen;

/// A PC's screen, as far as it can be seen from outside.
@FunctionalInterface
public interface Screen {
    /// What the screen shows now. A source that knows that nothing has changed gives the very frame
    /// that it gave before, so that nobody looks at it twice.
    ///
    /// @throws ScreenException when the screen cannot be had, for example because the PC is off
    Frame frame();
}
