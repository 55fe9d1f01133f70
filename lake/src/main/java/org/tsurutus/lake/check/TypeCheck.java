package org.tsurutus.lake.check;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.tsurutus.markii.value.RecordTime;
import org.tsurutus.markii.value.ValueBytes;
import org.tsurutus.markii.vocabulary.ValueType;

/// Whether values fit their types. Most are seen to fit from their bytes; the others are asked of
/// the vocabulary, once for each text.
final class TypeCheck {
    private static final int MOST_REMEMBERED = 4_096;
    private static final int DIGITS_THAT_FIT = 18;
    private static final int DIGITS_OF_PORT = 4;
    private static final String GUID = "hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh";

    private final Map<ValueType, Map<String, Boolean>> remembered = new EnumMap<>(ValueType.class);

    boolean fits(ValueType type, ValueBytes value) {
        int from = value.from();
        int to = value.to();
        byte[] bytes = value.bytes();
        boolean surely =
                switch (type) {
                    case TEXT, PATH -> true;
                    case INTEGER, UNSIGNED, UNSIGNED64 ->
                            isDigits(bytes, from, to, DIGITS_THAT_FIT);
                    case PORT -> isDigits(bytes, from, to, DIGITS_OF_PORT);
                    case TIME -> RecordTime.read(value).isPresent();
                    case WORD -> isVisible(bytes, from, to);
                    case GUID ->
                            isGuid(bytes, from + 1, to - 1)
                                    && bytes[from] == '{'
                                    && bytes[to - 1] == '}';
                    case TERMINAL_GUID -> isGuid(bytes, from, to);
                    case SHA256 -> to - from == 64 && isHexadecimal(bytes, from, to);
                    case SHA1 -> to - from == 40 && isHexadecimal(bytes, from, to);
                    case MD5 -> to - from == 32 && isHexadecimal(bytes, from, to);
                    case FLAG,
                            HEX_BYTES,
                            HEX_NUMBER,
                            ADDRESS,
                            ADDRESSES,
                            MAC,
                            SID,
                            CODES,
                            NAME_AND_NUMBER ->
                            false;
                };
        return surely || fitsByVocabulary(type, value.text());
    }

    private boolean fitsByVocabulary(ValueType type, String text) {
        Map<String, Boolean> known = remembered.computeIfAbsent(type, _ -> new HashMap<>());
        if (known.size() >= MOST_REMEMBERED) {
            known.clear();
        }
        return known.computeIfAbsent(text, type::fits);
    }

    private static boolean isDigits(byte[] bytes, int from, int to, int most) {
        for (int at = from; at < to; at++) {
            if (bytes[at] < '0' || bytes[at] > '9') {
                return false;
            }
        }
        return to > from && to - from <= most;
    }

    private static boolean isVisible(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes[at] <= ' ') {
                return false;
            }
        }
        return to > from;
    }

    private static boolean isHexadecimal(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (!isHexadecimal(bytes[at])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isGuid(byte[] bytes, int from, int to) {
        boolean guid = to - from == GUID.length();
        for (int at = 0; guid && at < GUID.length(); at++) {
            byte found = bytes[from + at];
            guid = GUID.charAt(at) == 'h' ? isHexadecimal(found) : found == '-';
        }
        return guid;
    }

    private static boolean isHexadecimal(byte b) {
        return (b >= '0' && b <= '9') || (b >= 'a' && b <= 'f') || (b >= 'A' && b <= 'F');
    }
}
