/// What a PC's disk was before a run, what it is after it, and how it becomes again what it was.
///
/// Start with [org.tsurutus.disk.Overlay] and [org.tsurutus.disk.ChangedSectors].
@NullMarked
package org.tsurutus.disk;

import org.jspecify.annotations.NullMarked;
