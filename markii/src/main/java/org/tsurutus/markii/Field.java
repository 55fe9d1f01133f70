package org.tsurutus.markii;

import java.util.regex.Pattern;

/// One `key=value` of a record, as it stands in the line.
///
/// @param key the name, `[A-Za-z_][A-Za-z0-9_]*`
/// @param value the value without its quotes; inner quotes are single here and doubled in the line
/// @param quoted whether the line quotes the value; kept because the same key is quoted by some
///   sensors and bare in others
public record Field(String key, String value, boolean quoted) {
    private static final Pattern KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    public Field {
        if (!KEY.matcher(key).matches()) {
            throw new MarkIIException(
                    "not a Mark II key: \""
                            + key
                            + "\"; a key is a letter or _, then letters, digits or _");
        }
    }
}
