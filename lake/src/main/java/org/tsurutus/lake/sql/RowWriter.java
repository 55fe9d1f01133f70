package org.tsurutus.lake.sql;

import org.tsurutus.markii.scan.Block;
import org.tsurutus.markii.scan.LineCursor;

/// Writes one line as one row.
interface RowWriter {
    /// Puts the line's values into the row's cells, which are NULL so far.
    void write(Block block, LineCursor line, int row);
}
