package org.tsurutus.screen;

/// A PC's pointer and keyboard, as far as they can be moved from outside.
public interface Input {
    /// Puts the pointer at a pixel and holds or lets go of the main button there.
    ///
    /// @param x the column, below `width`
    /// @param y the row, below `height`
    /// @param pressed whether the main button is down
    /// @param width the width of the frame that `x` is meant in, for devices that scale
    /// @param height the height of the frame that `y` is meant in
    /// @throws ScreenException when the PC takes no input
    void pointer(int x, int y, boolean pressed, int width, int height);

    /// Turns the wheel where the pointer is.
    ///
    /// @param notches towards the user if positive, which shows what is further down
    /// @throws ScreenException when the PC takes no input
    void wheel(int notches);

    /// Holds or lets go of a key. Keys that the PC's keyboard lacks are left out.
    ///
    /// @throws ScreenException when the PC takes no input
    void key(Key key, boolean pressed);
}
