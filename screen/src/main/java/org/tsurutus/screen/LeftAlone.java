package org.tsurutus.screen;

import java.time.Instant;
import java.util.List;

/// A dialog that CrazyClicker saw and clicks no more. Each is reported once.
///
/// @param at wall time
/// @param millis monotonic milliseconds since the run's start
/// @param picture the frame, relative to the run's directory
/// @param region where the dialog is
/// @param buttons the labels on it
/// @param why for example `no effect after 4 tries`
public record LeftAlone(
        Instant at, long millis, String picture, Box region, List<String> buttons, String why) {
    public LeftAlone {
        buttons = List.copyOf(buttons);
    }
}
