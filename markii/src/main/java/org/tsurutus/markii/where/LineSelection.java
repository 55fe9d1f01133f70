package org.tsurutus.markii.where;

import org.tsurutus.markii.scan.Block;

/// Which records are chosen. Safe for use by several threads at once.
public interface LineSelection {
    /// A filter for the lines of a block.
    LineFilter on(Block block);

    /// Every record.
    LineSelection ALL = _ -> _ -> true;

    /// No record.
    LineSelection NONE = _ -> _ -> false;

    /// The records that both choose.
    default LineSelection and(LineSelection other) {
        return block -> {
            LineFilter mine = on(block);
            LineFilter others = other.on(block);
            return line -> mine.matches(line) && others.matches(line);
        };
    }
}
