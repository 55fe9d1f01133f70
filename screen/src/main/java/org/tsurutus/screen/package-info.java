/// A PC's screen seen from outside: frames, buttons found in them by pixels and OCR, and
/// CrazyClicker, which clicks the button that lets the specimen go on.
///
/// Start with [org.tsurutus.screen.CrazyClicker]; [org.tsurutus.screen.Inspection] shows the same
/// eyes without the hands. Which words are clicked, in which language, is data:
/// `org/tsurutus/screen/buttons/*.tsv`. How a frame is taken and how a pointer moves is someone
/// else's work, behind [org.tsurutus.screen.Screen] and [org.tsurutus.screen.Input].
@NullMarked
package org.tsurutus.screen;

import org.jspecify.annotations.NullMarked;
