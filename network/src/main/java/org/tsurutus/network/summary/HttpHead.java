package org.tsurutus.network.summary;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.tsurutus.network.lines.Texts;
import org.tsurutus.network.packet.Octets;

/// The head of a request or an answer.
///
/// @param first the words of its first line, three at most
/// @param fields its fields, with names in lower case; the first of several with the same name
/// @param size how many bytes it takes, with the empty line
record HttpHead(List<String> first, Map<String, String> fields, int size) {
    private static final int MOST_DIGITS = 18;

    /// Reads a head.
    ///
    /// @return empty if it has not ended yet
    static Optional<HttpHead> read(Octets bytes) {
        int size = sizeOf(bytes);
        if (size == 0) {
            return Optional.empty();
        }
        String text = new String(bytes.slice(0, size).toArray(), StandardCharsets.ISO_8859_1);
        String[] lines = text.split("\r?\n");
        Map<String, String> fields = new HashMap<>();
        for (int line = 1; line < lines.length; line++) {
            int colon = lines[line].indexOf(':');
            if (colon > 0) {
                String name = lines[line].substring(0, colon).strip().toLowerCase(Locale.ROOT);
                fields.putIfAbsent(name, lines[line].substring(colon + 1).strip());
            }
        }
        return Optional.of(new HttpHead(words(lines), fields, size));
    }

    private static List<String> words(String[] lines) {
        return lines.length == 0 ? List.of() : List.of(lines[0].split(" ", 3));
    }

    /// How many bytes there are up to the first empty line and with it; 0 if there is none.
    private static int sizeOf(Octets bytes) {
        int lineLength = 0;
        for (int at = 0; at < bytes.length(); at++) {
            int value = bytes.byteAt(at);
            if (value == '\n') {
                if (lineLength == 0) {
                    return at + 1;
                }
                lineLength = 0;
            } else if (value != '\r') {
                lineLength++;
            }
        }
        return 0;
    }

    boolean isRequest() {
        return first.size() == 3 && first.get(2).startsWith("HTTP/1.");
    }

    boolean isAnswer() {
        return first.size() >= 2
                && first.get(0).startsWith("HTTP/1.")
                && first.get(1).length() == 3
                && isNumber(first.get(1));
    }

    Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name)).map(Texts::clean);
    }

    boolean isChunked() {
        return fields.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .endsWith("chunked");
    }

    /// How many bytes follow it, if it says so in a way that can be meant.
    OptionalLong length() {
        String length = fields.getOrDefault("content-length", "");
        return isNumber(length) && length.length() <= MOST_DIGITS
                ? OptionalLong.of(Long.parseLong(length))
                : OptionalLong.empty();
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }
}
