package org.tsurutus.screen;

/// A button that was seen and not chosen.
///
/// @param label what was read on it
/// @param box where it is
/// @param why why it was not chosen, for example `never: cancel`
public record Alternative(String label, Box box, String why) {}
