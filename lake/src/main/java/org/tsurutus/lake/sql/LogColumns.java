package org.tsurutus.lake.sql;

import java.util.ArrayList;
import java.util.List;
import org.tsurutus.markii.vocabulary.KnownField;
import org.tsurutus.markii.vocabulary.Vocabulary;

/// The columns of the table `log`: where a record stands, its time, then one for every key that the
/// vocabulary knows, and `more` for what has no place in them.
final class LogColumns {
    static final int FILE = 0;
    static final int LINE = 1;
    static final int TIME = 2;
    static final int ZONE = 3;

    /// The column of the key with number 0; the others follow in the order of the vocabulary.
    static final int FIRST_KEY = 4;

    private static final List<Column> ALL = all();

    /// The last column: a JSON object with the texts of unknown and repeated keys and of values
    /// that do not fit their column's type, as key and list of texts.
    static final int MORE = ALL.size() - 1;

    private LogColumns() {}

    /// All columns in their order.
    static List<Column> columns() {
        return ALL;
    }

    private static List<Column> all() {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("file", ColumnType.TEXT));
        columns.add(new Column("line", ColumnType.UNSIGNED));
        columns.add(new Column("time", ColumnType.INSTANT));
        columns.add(new Column("zone", ColumnType.TEXT));
        for (KnownField field : Vocabulary.fields()) {
            columns.add(new Column(field.key(), ColumnType.of(field.type())));
        }
        columns.add(new Column("more", ColumnType.TEXT));
        return List.copyOf(columns);
    }
}
