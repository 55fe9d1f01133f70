package org.tsurutus.screen.rfb;

import java.util.Arrays;
import java.util.Optional;
import org.tsurutus.screen.Frame;

/// The server's framebuffer as far as it was received. Only the thread that receives touches it.
final class Picture {
    private int width;
    private int height;
    private int[] pixels = {};

    /// The last frame's own pixels; never written to.
    private int[] shown = {};

    private Optional<Frame> frame = Optional.empty();
    private long missing;

    /// An empty picture.
    ///
    /// @throws org.tsurutus.screen.ScreenException when no screen has that size
    Picture(int width, int height) {
        resize(width, height);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /// `0xRRGGBB`, row by row, to be written to.
    int[] pixels() {
        return pixels;
    }

    int index(int x, int y) {
        return y * width + x;
    }

    /// Takes another size, and waits until all of it was received.
    ///
    /// @return whether that is another size
    /// @throws org.tsurutus.screen.ScreenException when no screen has that size
    boolean resize(int newWidth, int newHeight) {
        if (newWidth == width && newHeight == height) {
            return false;
        }
        Frame.checkSize(newWidth, newHeight, "the VNC server announces a screen");
        width = newWidth;
        height = newHeight;
        pixels = new int[width * height];
        missing = pixels.length;
        return true;
    }

    /// Notes that a rectangle was received.
    void received(Rectangle rectangle) {
        missing -= Math.min(missing, rectangle.area());
    }

    void fill(int x, int y, int columns, int rows, int colour) {
        for (int row = y; row < y + rows; row++) {
            Arrays.fill(pixels, index(x, row), index(x, row) + columns, colour);
        }
    }

    /// Copies a part of the picture to a rectangle of it; both must lie in the picture.
    void copy(int fromX, int fromY, Rectangle to) {
        boolean down = fromY < to.y();
        for (int step = 0; step < to.height(); step++) {
            int row = down ? to.height() - 1 - step : step;
            System.arraycopy(
                    pixels,
                    index(fromX, fromY + row),
                    pixels,
                    index(to.x(), to.y() + row),
                    to.width());
        }
    }

    /// The picture as it is, the same object as before where no pixel has changed; empty until all
    /// of it was received.
    Optional<Frame> frame() {
        if (missing == 0 && !(sameSize() && Arrays.equals(pixels, shown))) {
            shown = pixels.clone();
            frame = Optional.of(Frame.owning(width, height, shown));
        }
        return missing == 0 ? frame : Optional.empty();
    }

    private boolean sameSize() {
        return frame.filter(last -> last.width() == width && last.height() == height).isPresent();
    }
}
