package org.tsurutus.lake.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        StringBuilder json = new StringBuilder();
        String before = "{";
        for (Map.Entry<String, List<String>> entry : textsByKey.entrySet()) {
            json.append(before);
            JsonText.quote(json, entry.getKey());
            json.append(':');
            append(json, entry.getValue());
            before = ",";
        }
        return json.append('}').toString();
    }

    private static void append(StringBuilder json, List<String> texts) {
        String before = "[";
        for (String text : texts) {
            json.append(before);
            JsonText.quote(json, text);
            before = ",";
        }
        json.append(']');
    }
}
