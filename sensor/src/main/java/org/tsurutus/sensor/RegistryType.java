package org.tsurutus.sensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A type of registry values; the knowledge is the table `registry-types.txt`.
///
/// @param name as in the log, `REG_SZ`; a type that the table lacks is named by its number
/// @param form how the log writes the value
record RegistryType(String name, Form form) {
    private static final Map<Integer, RegistryType> TYPES = read();

    /// How the log writes a value.
    enum Form {
        NONE(0),
        TEXT(0),
        NUMBER4(4),
        BIG4(4),
        NUMBER8(8);

        private final int bytes;

        Form(int bytes) {
            this.bytes = bytes;
        }
    }

    static RegistryType of(int number) {
        RegistryType known = TYPES.get(number);
        return known == null
                ? new RegistryType(Integer.toUnsignedString(number), Form.NONE)
                : known;
    }

    /// Whether the log holds what the value says.
    boolean isText() {
        return form == Form.TEXT;
    }

    /// A text value without its closing NULs; those between several texts stay.
    Optional<String> text(ByteBuffer data) {
        if (form != Form.TEXT) {
            return Optional.empty();
        }
        int end = data.limit() - data.limit() % 2;
        while (end >= 2 && data.getShort(end - 2) == 0) {
            end -= 2;
        }
        byte[] bytes = new byte[end];
        data.get(0, bytes);
        StringBuilder text = new StringBuilder(end / 2);
        for (int i = 0; i < end; i += 2) {
            text.append((char) ((bytes[i] & 0xff) | ((bytes[i + 1] & 0xff) << 8)));
        }
        return Optional.of(text.toString());
    }

    /// A number, unsigned; empty when the value has not exactly as many bytes as its type says.
    Optional<String> number(ByteBuffer data) {
        ByteOrder order = form == Form.BIG4 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        ByteBuffer ordered = data.duplicate().order(order);
        if (form.bytes == 0 || data.limit() != form.bytes) {
            return Optional.empty();
        }
        return Optional.of(
                form.bytes == Long.BYTES
                        ? Long.toUnsignedString(ordered.getLong(0))
                        : Integer.toUnsignedString(ordered.getInt(0)));
    }

    private static Map<Integer, RegistryType> read() {
        Map<Integer, RegistryType> types = new HashMap<>();
        for (String line : ResourceLines.of(RegistryType.class, "registry-types.txt")) {
            List<String> words = List.of(line.split(" ", -1));
            types.put(
                    Integer.valueOf(words.get(0)),
                    new RegistryType(
                            words.get(1), Form.valueOf(words.get(2).toUpperCase(Locale.ROOT))));
        }
        return types;
    }
}
