package org.tsurutus.markii.vocabulary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Keys that stand together in the canonical order, from `groups.tsv`.
final class KeyGroups {
    static final String NAME = "groups.tsv";
    static final int COLUMNS = 2;

    private static final String HEADER = "header";
    private static final String MARK = "@";

    private final Map<String, List<String>> groups = new HashMap<>();
    private final Set<String> known = new HashSet<>();

    /// @param fields the keys that a group may hold
    KeyGroups(Table table, List<KnownField> fields) {
        fields.forEach(field -> known.add(field.key()));
        for (Table.Row row : table.rows()) {
            if (groups.put(row.text(0), keys(row, 1)) != null) {
                throw row.broken("the group " + row.text(0) + " stands twice");
            }
        }
    }

    /// The keys that begin every record.
    List<String> header() {
        return groups.getOrDefault(HEADER, List.of());
    }

    /// The keys that a column names, its groups spelled out.
    List<String> keys(Table.Row row, int column) {
        List<String> keys = new ArrayList<>();
        for (String word : row.words(column)) {
            keys.addAll(word.startsWith(MARK) ? group(row, word) : List.of(key(row, word)));
        }
        if (new HashSet<>(keys).size() < keys.size()) {
            throw row.broken("a key stands twice in " + keys);
        }
        return List.copyOf(keys);
    }

    private List<String> group(Table.Row row, String word) {
        List<String> group = groups.get(word.substring(MARK.length()));
        if (group == null) {
            throw row.broken("no group " + word + " above this line");
        }
        return group;
    }

    private String key(Table.Row row, String word) {
        if (!known.contains(word)) {
            throw row.broken("the key \"" + word + "\" is missing from " + FieldTable.NAME);
        }
        return word;
    }
}
