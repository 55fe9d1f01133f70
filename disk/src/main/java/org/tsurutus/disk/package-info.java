/// What a PC's disk was before a run, what it is after it, and how it becomes again what it was.
///
@NullMarked
package org.tsurutus.disk;

import org.jspecify.annotations.NullMarked;
