package org.tsurutus.markii.scan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tsurutus.markii.vocabulary.KnownField;
import org.tsurutus.markii.vocabulary.Vocabulary;

/// The keys that the vocabulary knows, numbered in its order, so that a record's fields are found
/// without comparing text.
public final class Keys {
    private static final List<String> NAMES =
            Vocabulary.fields().stream().map(KnownField::key).toList();
    private static final Map<String, Integer> IDS = new HashMap<>();

    /// Finds a key's number from its bytes.
    static final KeyTable TABLE = new KeyTable(NAMES);

    static {
        for (int id = 0; id < NAMES.size(); id++) {
            IDS.put(NAMES.get(id), id);
        }
    }

    private Keys() {}

    /// How many keys are known; their numbers are below that.
    public static int count() {
        return NAMES.size();
    }

    /// The key of a number, as it is usually written.
    public static String name(int id) {
        return NAMES.get(id);
    }

    /// The number of a key or of a variant in upper and lower case, or -1 for one that the
    /// vocabulary lacks.
    public static int id(String key) {
        return IDS.getOrDefault(Vocabulary.canonicalName(key), KeyTable.UNKNOWN);
    }

    /// Whether a byte may stand in a key; digits may not be first.
    static boolean isKeyByte(byte b, boolean first) {
        return (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || b == '_'
                || (!first && b >= '0' && b <= '9');
    }
}
