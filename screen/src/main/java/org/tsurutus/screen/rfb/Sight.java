package org.tsurutus.screen.rfb;

import org.tsurutus.screen.Frame;
import org.tsurutus.screen.ScreenException;

/// What is known of a server's screen.
sealed interface Sight {
    /// No whole picture came yet.
    record Nothing() implements Sight {}

    /// The last whole picture.
    record Seen(Frame frame) implements Sight {}

    /// No picture will come any more.
    ///
    /// @param why for people
    /// @param cause what happened where it was noticed
    record Lost(String why, ScreenException cause) implements Sight {}
}
