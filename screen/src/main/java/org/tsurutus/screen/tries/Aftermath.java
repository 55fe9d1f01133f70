package org.tsurutus.screen.tries;

import org.tsurutus.screen.Frame;

/// What a screen did after a click.
///
/// @param frame the last frame, settled if it did so in time
/// @param changed whether that is more than a button's own play
/// @param fraction the fraction of the frame that changed, 0 to 1
/// @param reactionMillis from the press to the first frame of the change, or the whole wait where
///   there was none
public record Aftermath(Frame frame, boolean changed, double fraction, long reactionMillis) {}
