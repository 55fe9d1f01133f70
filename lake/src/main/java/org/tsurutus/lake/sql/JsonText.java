package org.tsurutus.lake.sql;

import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Values as JSON writes them.
final class JsonText {
    private static final HexFormat HEX = HexFormat.of();

    private JsonText() {}

    /// A value: numbers, flags, collections and maps are that, nothing is `null`, all else is text.
    static String of(Optional<?> value) {
        StringBuilder json = new StringBuilder();
        append(json, value.orElse(null));
        return json.toString();
    }

    private static void append(StringBuilder json, @Nullable Object value) {
        switch (value) {
            case null -> json.append("null");
            case Boolean flag -> json.append(flag);
            case Double number when !Double.isFinite(number) -> quote(json, number.toString());
            case Float number when !Float.isFinite(number) -> quote(json, number.toString());
            case Number number -> json.append(number);
            case Collection<?> list -> list(json, list);
            case Map<?, ?> map -> object(json, map);
            case Object text -> quote(json, text.toString());
        }
    }

    private static void list(StringBuilder json, Collection<?> elements) {
        String before = "";
        json.append('[');
        for (Object element : elements) {
            json.append(before);
            append(json, element);
            before = ",";
        }
        json.append(']');
    }

    private static void object(StringBuilder json, Map<?, ?> members) {
        String before = "";
        json.append('{');
        for (Map.Entry<?, ?> member : members.entrySet()) {
            json.append(before);
            quote(json, String.valueOf(member.getKey()));
            json.append(':');
            append(json, member.getValue());
            before = ",";
        }
        json.append('}');
    }

    /// Appends a text in quotes, its controls escaped.
    static void quote(StringBuilder json, String text) {
        json.append('"');
        for (int at = 0; at < text.length(); at++) {
            char each = text.charAt(at);
            if (each == '"' || each == '\\') {
                json.append('\\').append(each);
            } else if (each < ' ' || each == 0x7F) {
                json.append("\\u").append(HEX.toHexDigits(each));
            } else {
                json.append(each);
            }
        }
        json.append('"');
    }
}
