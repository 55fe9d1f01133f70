package org.tsurutus.markii.where;

import org.tsurutus.markii.scan.LineCursor;

/// Whether a record is chosen; made for the lines of one block. Not for use by several threads at
/// once.
public interface LineFilter {
    /// Whether the record that the cursor stands on is chosen; never asked about other lines.
    boolean matches(LineCursor line);
}
