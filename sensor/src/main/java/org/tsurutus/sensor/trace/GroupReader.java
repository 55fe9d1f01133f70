package org.tsurutus.sensor.trace;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.tsurutus.sensor.fact.UnixText;

/// Reads `name=value, name={...}, name=L"..."` as the wineserver prints it.
///
/// A plain `"..."` is a unix name, printed without any escape, and always the last value; so it
/// reaches to the very end, whatever quotes and braces it holds.
final class GroupReader {
    private static final int MAX_DEPTH = 32;

    private final String text;
    private final boolean cut;
    private int position;

    private GroupReader(String text, boolean cut) {
        this.text = text;
        this.cut = cut;
    }

    /// Reads all of `text`. When `cut` is set, what stands before the cut is enough.
    static Group read(String text, boolean cut) {
        GroupReader reader = new GroupReader(text, cut);
        Group group = reader.items(0);
        if (reader.position < text.length()) {
            throw reader.unexpected();
        }
        return group;
    }

    private Group items(int depth) {
        if (depth > MAX_DEPTH) {
            throw new TraceSyntaxException("braces are nested too deeply");
        }
        List<Group.Item> items = new ArrayList<>();
        skipSpaces();
        while (position < text.length() && text.charAt(position) != '}') {
            String name = name();
            items.add(new Group.Item(name, value(depth)));
            if (position < text.length() && text.charAt(position) == ',') {
                position++;
                skipSpaces();
            } else {
                break;
            }
        }
        return new Group(items);
    }

    private String name() {
        int end = position;
        while (end < text.length() && isNamePart(text.charAt(end))) {
            end++;
        }
        if (end == position || end == text.length() || text.charAt(end) != '=') {
            return "";
        }
        String name = text.substring(position, end);
        position = end + 1;
        return name;
    }

    private static boolean isNamePart(char c) {
        return c == '_'
                || (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9');
    }

    private Value value(int depth) {
        if (text.startsWith("L\"", position)) {
            position += 2;
            return new Value.Text(string());
        }
        if (text.startsWith("\"", position)) {
            return new Value.Text(unixName());
        }
        if (text.startsWith("{", position)) {
            position++;
            Group group = items(depth + 1);
            if (position < text.length() && text.charAt(position) == '}') {
                position++;
            } else if (!cut || position < text.length()) {
                throw unexpected();
            }
            return group;
        }
        return word();
    }

    private Value word() {
        int start = position;
        while (position < text.length() && ",}".indexOf(text.charAt(position)) < 0) {
            position++;
        }
        return new Value.Word(text.substring(start, position).strip());
    }

    private String unixName() {
        int last = text.length() - 1;
        int end = last > position && text.charAt(last) == '"' ? last : text.length();
        if (end == text.length() && !cut) {
            throw new TraceSyntaxException("a unix name does not end");
        }
        byte[] bytes = text.substring(position + 1, end).getBytes(StandardCharsets.ISO_8859_1);
        position = text.length();
        return UnixText.decode(ByteBuffer.wrap(bytes));
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        while (position < text.length()) {
            char c = text.charAt(position++);
            if (c == '"') {
                return string.toString();
            }
            string.append(c == '\\' && position < text.length() ? escape() : c);
        }
        if (!cut) {
            throw new TraceSyntaxException("a string does not end");
        }
        return string.toString();
    }

    private char escape() {
        char c = text.charAt(position++);
        return switch (c) {
            case 'x' -> number(16, 4);
            case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                position--;
                yield number(8, 3);
            }
            case 'a' -> 0x07;
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'v' -> 0x0b;
            case 'f' -> '\f';
            case 'r' -> '\r';
            case 'e' -> 0x1b;
            default -> c;
        };
    }

    private char number(int radix, int digits) {
        int value = 0;
        int limit = Math.min(text.length(), position + digits);
        while (position < limit && Character.digit(text.charAt(position), radix) >= 0) {
            value = value * radix + Character.digit(text.charAt(position++), radix);
        }
        return (char) value;
    }

    private void skipSpaces() {
        while (position < text.length() && text.charAt(position) == ' ') {
            position++;
        }
    }

    private TraceSyntaxException unexpected() {
        return new TraceSyntaxException("unexpected text at character " + position);
    }
}
