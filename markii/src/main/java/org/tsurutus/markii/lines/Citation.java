package org.tsurutus.markii.lines;

import org.tsurutus.markii.scan.Block;
import org.tsurutus.markii.scan.LineCursor;

/// A place in a log that a person can go to.
///
/// @param file the name of the log
/// @param line the line's number, counted from 1
/// @param offset where the line begins, in bytes from the log's start
public record Citation(String file, long line, long offset) {
    /// The line that the cursor of a block stands on.
    public static Citation of(Block block, LineCursor line) {
        return new Citation(block.source().name(), line.number(), line.offset());
    }

    /// `file:line:offset`.
    @Override
    public String toString() {
        return file + ":" + line + ":" + offset;
    }
}
