package org.tsurutus.lake.sql;

import java.util.Optional;
import org.tsurutus.markii.scan.Block;
import org.tsurutus.markii.scan.LineCursor;

/// One thread's way through shared blocks, line by line.
final class LineFeed {
    private final LineCursor.Kind wanted;
    private Optional<Open> open = Optional.empty();
    private long malformed;

    /// A block that this thread works on.
    record Open(Block block, LineCursor cursor) {}

    /// @param wanted the kind of lines to stop at
    LineFeed(LineCursor.Kind wanted) {
        this.wanted = wanted;
    }

    /// Goes to the next line of the wanted kind. A line that is too long is one line, at its first
    /// piece.
    ///
    /// @return its block with the cursor on it; empty behind the last one
    Optional<Open> next(SharedBlocks blocks) {
        while (open.isPresent() || openNext(blocks)) {
            Open current = open.get();
            LineCursor cursor = current.cursor;
            while (cursor.next()) {
                boolean begins =
                        cursor.kind() != LineCursor.Kind.MALFORMED || !cursor.isContinued();
                if (cursor.kind() == LineCursor.Kind.MALFORMED && begins) {
                    malformed++;
                }
                if (cursor.kind() == wanted && begins) {
                    return open;
                }
            }
            blocks.giveBack(current.block, malformed);
            malformed = 0;
            open = Optional.empty();
        }
        return Optional.empty();
    }

    private boolean openNext(SharedBlocks blocks) {
        open = blocks.next().map(block -> new Open(block, new LineCursor(block)));
        return open.isPresent();
    }
}
