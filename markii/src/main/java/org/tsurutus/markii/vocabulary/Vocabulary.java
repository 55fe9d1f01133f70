package org.tsurutus.markii.vocabulary;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The kinds and keys that are known, loaded once from the tables of this package.
///
/// A kind or key that is missing here is unknown, not wrong.
public final class Vocabulary {
    private static final List<KnownField> FIELDS =
            FieldTable.fields(Table.load(FieldTable.NAME, FieldTable.COLUMNS));
    private static final KeyGroups GROUPS =
            new KeyGroups(Table.load(KeyGroups.NAME, KeyGroups.COLUMNS), FIELDS);
    private static final List<EventKind> KINDS =
            new KindTable(GROUPS).kinds(Table.load(KindTable.NAME, KindTable.COLUMNS));

    private static final Map<String, EventKind> KIND_BY_NAME = new HashMap<>();
    private static final Map<String, KnownField> FIELD_BY_KEY = new HashMap<>();
    private static final Map<String, KnownField> FIELD_BY_LOWER_CASE = new HashMap<>();

    static {
        KINDS.forEach(kind -> KIND_BY_NAME.put(kind.name(), kind));
        for (KnownField field : FIELDS) {
            FIELD_BY_KEY.put(field.key(), field);
            FIELD_BY_LOWER_CASE.put(lowerCase(field.key()), field);
        }
    }

    private Vocabulary() {}

    /// The kind with this `evt` and `subEvt`, if it is known.
    public static Optional<EventKind> kind(String event, String subEvent) {
        return Optional.ofNullable(KIND_BY_NAME.get(event + "/" + subEvent));
    }

    /// What is known of a key; a variant in upper and lower case such as `sessionId` is found too.
    public static Optional<KnownField> field(String key) {
        KnownField exact = FIELD_BY_KEY.get(key);
        return exact != null
                ? Optional.of(exact)
                : Optional.ofNullable(FIELD_BY_LOWER_CASE.get(lowerCase(key)));
    }

    /// The key as it is usually written: `sessionID` for `sessionId`; an unknown key is itself.
    public static String canonicalName(String key) {
        return field(key).map(KnownField::key).orElse(key);
    }

    /// All kinds that are known, families together.
    public static List<EventKind> kinds() {
        return KINDS;
    }

    /// All keys that are known, in the order of columns: first the header's, then what most kinds
    /// have, then what few have.
    public static List<KnownField> fields() {
        return FIELDS;
    }

    /// The keys that begin every record, in their canonical order.
    public static List<String> header() {
        return GROUPS.header();
    }

    private static String lowerCase(String key) {
        return key.toLowerCase(Locale.ROOT);
    }
}
