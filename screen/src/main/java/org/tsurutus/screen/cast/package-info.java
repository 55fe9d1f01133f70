/// The film of a run: what a screen showed, frame by frame and without loss, in one small file.
///
/// [org.tsurutus.screen.cast.Screencast] writes it, [org.tsurutus.screen.cast.ScreencastReader]
/// gives the very same frames again. The file is JSON lines: a header
/// (`{"format":"tsurutus-screencast","version":1,"width":…,"height":…}`), then one
/// [org.tsurutus.screen.cast.Change] a line, and [org.tsurutus.screen.cast.End] as the last one.
/// What is cut off leaves everything before it readable.
@NullMarked
package org.tsurutus.screen.cast;

import org.jspecify.annotations.NullMarked;
