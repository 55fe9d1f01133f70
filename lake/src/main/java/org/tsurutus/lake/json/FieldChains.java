package org.tsurutus.lake.json;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tsurutus.markii.scan.Keys;
import org.tsurutus.markii.scan.LineCursor;

/// Which fields of a record have the same key. Variants of a known key in upper and lower case are
/// the same. Not for use by several threads at once.
final class FieldChains {
    private static final int NONE = -1;

    private final int[] lastById = new int[Keys.count()];
    private final Map<String, Integer> lastByName = new HashMap<>();
    private int[] next = new int[64];
    private boolean[] first = new boolean[64];

    /// Takes the record that the cursor stands on.
    void read(LineCursor line) {
        int fields = line.fields();
        if (fields > next.length) {
            next = new int[fields * 2];
            first = new boolean[fields * 2];
        }
        lastByName.clear();
        for (int field = 0; field < fields; field++) {
            int id = line.keyId(field);
            int before = id < 0 ? lastOf(line.key(field), field) : lastOf(id, field, line);
            first[field] = before == NONE;
            next[field] = NONE;
            if (before != NONE) {
                next[before] = field;
            }
        }
    }

    private int lastOf(String name, int field) {
        return Optional.ofNullable(lastByName.put(name, field)).orElse(NONE);
    }

    private int lastOf(int id, int field, LineCursor line) {
        int before = line.find(id) == field ? NONE : lastById[id];
        lastById[id] = field;
        return before;
    }

    /// Whether no field before this one has its key.
    boolean isFirst(int field) {
        return first[field];
    }

    /// The next field with the same key, or -1.
    int next(int field) {
        return next[field];
    }
}
