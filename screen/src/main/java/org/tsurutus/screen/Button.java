package org.tsurutus.screen;

/// A button seen in a frame.
///
/// @param box its outermost edge
/// @param label what OCR read on it, trimmed; empty where nothing could be read
/// @param confidence 0 to 1, how sure shape and reading are
/// @param isDefault whether it looks like the one that the Enter key presses
public record Button(Box box, String label, double confidence, boolean isDefault) {}
