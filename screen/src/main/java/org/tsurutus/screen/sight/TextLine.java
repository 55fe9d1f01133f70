package org.tsurutus.screen.sight;

import java.util.List;
import org.tsurutus.screen.Box;

/// Something that looks like a line of text, or part of one.
///
/// @param box what is inked
/// @param parts the inked pieces from left to right: words, syllables, icons
record TextLine(Box box, List<Box> parts) {}
