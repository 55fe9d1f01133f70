package org.tsurutus.lake.sql;

import java.util.Arrays;
import org.duckdb.DuckDBWritableVector;

/// The texts of one column of a chunk, gathered because DuckDB takes them cheaply only in one call.
final class TextColumn {
    private final byte[][] texts;
    private boolean isEmpty = true;

    /// @param capacity the rows of a chunk
    TextColumn(int capacity) {
        this.texts = new byte[capacity][];
    }

    void set(int row, byte[] text) {
        texts[row] = text;
        isEmpty = false;
    }

    /// Hands the texts on and forgets them; rows without one stay NULL, as they are.
    void flush(DuckDBWritableVector vector) {
        if (!isEmpty) {
            vector.setStringUtf8Batch(0, texts);
            Arrays.fill(texts, null);
            isEmpty = true;
        }
    }
}
