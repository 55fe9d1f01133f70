package org.tsurutus.bench.click.score;

import org.tsurutus.bench.click.Picture;

/// Someone who looks at a frame and says where to press.
public interface Clicker {
    /// What it would do about the frame.
    Seen look(Picture picture);
}
