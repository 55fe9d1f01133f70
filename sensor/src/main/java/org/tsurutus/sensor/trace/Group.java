package org.tsurutus.sensor.trace;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Values in braces, or the arguments of a whole line. Names may be empty, as in lists.
public record Group(List<Item> items) implements Value {
    private static final String TOTAL = "...(total ";

    public Group {
        items = List.copyOf(items);
    }

    /// One value with its name, which is empty in a list.
    public record Item(String name, Value value) {}

    /// A hexadecimal number of at most 32 bits, such as a handle; `ffffffff` is -1.
    public int hex(String name) {
        return number(word(name));
    }

    /// A decimal number; it may be negative.
    public int decimal(String name) {
        try {
            return Integer.parseInt(word(name));
        } catch (NumberFormatException _) {
            throw new TraceSyntaxException(name + " is no decimal number");
        }
    }

    /// Whether there is a value of that name.
    public boolean has(String name) {
        return items.stream().anyMatch(item -> item.name().equals(name));
    }

    /// An unquoted value.
    public String word(String name) {
        return value(name) instanceof Word(String word) ? word : fail(name, "a word");
    }

    /// A string.
    public String text(String name) {
        return value(name) instanceof Text(String text) ? text : fail(name, "a string");
    }

    /// A string, or nothing where there is none.
    public String textOrEmpty(String name) {
        return has(name) ? text(name) : "";
    }

    /// Values in braces.
    public Group group(String name) {
        if (value(name) instanceof Group group) {
            return group;
        }
        throw new TraceSyntaxException(name + " is no group");
    }

    /// A list of hexadecimal numbers.
    public List<Integer> hexes(String name) {
        List<Integer> numbers = new ArrayList<>();
        for (Item item : group(name).items()) {
            numbers.add(item.value() instanceof Word(String word) ? number(word) : number(""));
        }
        return numbers;
    }

    /// A list of bytes.
    public TraceBytes bytes(String name) {
        List<Item> printed = group(name).items();
        ByteBuffer bytes = ByteBuffer.allocate(printed.size());
        long total = printed.size();
        for (Item item : printed) {
            String word = item.value() instanceof Word(String text) ? text : "";
            int more = word.indexOf(TOTAL);
            if (more >= 0 && word.endsWith(")")) {
                total = decimalOf(word.substring(more + TOTAL.length(), word.length() - 1));
                word = word.substring(0, more);
            }
            bytes.put((byte) number(word));
        }
        return new TraceBytes(bytes.flip(), total);
    }

    private Value value(String name) {
        for (Item item : items) {
            if (item.name().equals(name)) {
                return item.value();
            }
        }
        throw new TraceSyntaxException("there is no " + name);
    }

    private static long decimalOf(String word) {
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException _) {
            throw new TraceSyntaxException("the total of a list is no number");
        }
    }

    private static int number(String word) {
        try {
            return Integer.parseUnsignedInt(word, 16);
        } catch (NumberFormatException _) {
            throw new TraceSyntaxException("a value is no hexadecimal number");
        }
    }

    private static String fail(String name, String wanted) {
        throw new TraceSyntaxException(name + " is not " + wanted);
    }
}
