package org.tsurutus.lake.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a record has beside its columns, as the JSON text of the column `more`.
final class More {
    private final Map<String, List<String>> textsByKey = new LinkedHashMap<>();

    void add(String key, String text) {
        textsByKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(text);
    }

    boolean isEmpty() {
        return textsByKey.isEmpty();
    }

    void clear() {
        textsByKey.clear();
    }

    /// The keys with the list of their texts, in the order of the line: `{"key":["text"]}`.
    String json() {
        return JsonText.of(Optional.of(textsByKey));
    }
}
