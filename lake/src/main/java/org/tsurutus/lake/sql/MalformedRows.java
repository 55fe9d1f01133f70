package org.tsurutus.lake.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.tsurutus.markii.scan.Block;
import org.tsurutus.markii.scan.LineCursor;

/// Lines that are no record as rows of the table `malformed`.
final class MalformedRows implements RowWriter {
    private static final int FILE = 0;
    private static final int LINE = 1;
    private static final int OFFSET = 2;
    private static final int REASON = 3;
    private static final int TEXT = 4;
    private static final int MOST_BYTES_OF_TEXT = 1 << 16;

    /// The columns of the table; `text` is the line up to 64 KiB.
    static final List<Column> COLUMNS =
            List.of(
                    new Column("file", ColumnType.TEXT),
                    new Column("line", ColumnType.UNSIGNED),
                    new Column("offset", ColumnType.UNSIGNED),
                    new Column("reason", ColumnType.TEXT),
                    new Column("text", ColumnType.TEXT));

    private final Cells cells;

    /// @param cells the cells of a table with [#COLUMNS]
    MalformedRows(Cells cells) {
        this.cells = cells;
    }

    @Override
    public void write(Block block, LineCursor line, int row) {
        int end = Math.min(line.end(), line.start() + MOST_BYTES_OF_TEXT);
        cells.putText(FILE, row, block.source().name().getBytes(UTF_8));
        cells.putNumber(LINE, row, line.number());
        cells.putNumber(OFFSET, row, line.offset());
        cells.putText(REASON, row, line.reason().getBytes(UTF_8));
        cells.putText(TEXT, row, line.text(line.start(), end).getBytes(UTF_8));
    }
}
