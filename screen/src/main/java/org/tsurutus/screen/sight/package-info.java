/// What is on a frame, in words: the eye says where panels and controls are, [Edges] move their
/// sides onto drawn edges, [Lettering] finds the letters, and [LabelReader] reads them. [Gaze]
/// spares all of that where nothing changed.
@NullMarked
package org.tsurutus.screen.sight;

import org.jspecify.annotations.NullMarked;
