/// Sorting logs of any size by keys of their records, stably and in bounded memory.
///
/// Blocks are sorted on all processors into [org.tsurutus.markii.sort.Chunk]s; when enough of them
/// are gathered they are merged into a run on disk, and in the end all runs are merged. Keys are
/// written as bytes whose order is the order of the values, so that one comparison serves all of
/// them. Start with [org.tsurutus.markii.sort.LogSort].
@NullMarked
package org.tsurutus.markii.sort;

import org.jspecify.annotations.NullMarked;
