package org.tsurutus.markii;

/// One `key=value` of a record, as it stands in the line.
///
/// @param key the name, `[A-Za-z_][A-Za-z0-9_]*`
/// @param value the value without its quotes; inner quotes are single here and doubled in the line
/// @param quoted whether the line quotes the value; kept because the same key is quoted by some
///   sensors and bare in others
public record Field(String key, String value, boolean quoted) {
    public Field {
        if (key.isEmpty() || keyEnd(key, 0) < key.length()) {
            throw new MarkIIException(
                    "not a Mark II key: \""
                            + key
                            + "\"; a key is a letter or _, then letters, digits or _");
        }
    }

    /// Where the key that starts at `from` ends in `text`; `from` itself when no key starts there.
    static int keyEnd(String text, int from) {
        int at = from;
        while (at < text.length() && isKeyCharacter(text.charAt(at), at == from)) {
            at++;
        }
        return at;
    }

    private static boolean isKeyCharacter(char c, boolean first) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || c == '_'
                || (!first && c >= '0' && c <= '9');
    }
}
