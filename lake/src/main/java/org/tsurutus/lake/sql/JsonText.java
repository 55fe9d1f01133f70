package org.tsurutus.lake.sql;

import java.util.HexFormat;

/// Text as JSON writes it.
final class JsonText {
    private static final HexFormat HEX = HexFormat.of();

    private JsonText() {}

    /// Appends a text in quotes; controls and lone surrogates are escaped.
    static void quote(StringBuilder json, String text) {
        json.append('"');
        for (int at = 0; at < text.length(); at++) {
            char each = text.charAt(at);
            switch (each) {
                case '"', '\\' -> json.append('\\').append(each);
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    if (each < ' ' || each == 0x7F) {
                        json.append("\\u").append(HEX.toHexDigits(each));
                    } else {
                        json.append(each);
                    }
                }
            }
        }
        json.append('"');
    }
}
