package org.tsurutus.markii.vocabulary;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads `kinds.tsv`.
final class KindTable {
    static final String NAME = "kinds.tsv";
    static final int COLUMNS = 10;

    private static final String YES = "yes";
    private static final String NONE = "-";

    private final KeyGroups groups;

    KindTable(KeyGroups groups) {
        this.groups = groups;
    }

    /// The kinds in the order of the table.
    List<EventKind> kinds(Table table) {
        List<EventKind> kinds = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Table.Row row : table.rows()) {
            EventKind kind = kind(row);
            if (!names.add(kind.name())) {
                throw row.broken("the kind " + kind.name() + " stands twice");
            }
            kinds.add(kind);
        }
        return List.copyOf(kinds);
    }

    private EventKind kind(Table.Row row) {
        return new EventKind(
                row.text(0),
                row.text(1),
                versions(row),
                row.oneOf(3, List.of(YES, NONE), word -> word).equals(YES),
                new Basis(row.evidence(4), row.evidence(5)),
                Optional.of(row.text(6)).filter(key -> !key.equals(NONE)),
                groups.keys(row, 8),
                row.evidence(7),
                row.text(9));
    }

    private static Set<RecorderVersion> versions(Table.Row row) {
        Set<RecorderVersion> versions = EnumSet.noneOf(RecorderVersion.class);
        for (String word : row.words(2)) {
            versions.add(
                    row.oneOf(word, List.of(RecorderVersion.values()), RecorderVersion::number));
        }
        return versions;
    }
}
