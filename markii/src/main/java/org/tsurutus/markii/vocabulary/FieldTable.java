package org.tsurutus.markii.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Reads `fields.tsv`.
final class FieldTable {
    static final String NAME = "fields.tsv";
    static final int COLUMNS = 6;

    private FieldTable() {}

    /// The fields in the order of the table.
    static List<KnownField> fields(Table table) {
        List<KnownField> fields = new ArrayList<>();
        Set<String> keys = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (Table.Row row : table.rows()) {
            KnownField field = field(row);
            if (!keys.add(field.key())) {
                throw row.broken("the key " + field.key() + " stands twice");
            }
            fields.add(field);
        }
        return List.copyOf(fields);
    }

    private static KnownField field(Table.Row row) {
        return new KnownField(
                row.text(0),
                row.oneOf(1, List.of(ValueType.values()), ValueType::name),
                row.oneOf(2, List.of(QuotingRule.values()), QuotingRule::word),
                new Basis(row.evidence(3), row.evidence(4)),
                row.text(5));
    }
}
