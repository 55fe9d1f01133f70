package org.tsurutus.markii.where;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.tsurutus.markii.value.ValueBytes;

/// Whether a pattern is found in a value.
interface ValueSearch {
    boolean isIn(ValueBytes value);

    /// The fastest search that answers as the pattern does.
    static ValueSearch of(Pattern pattern) {
        Matcher matcher = pattern.matcher(new byte[0]);
        ValueSearch regular = value -> matcher.reset(value.copy()).find();
        return literal(pattern.pattern())
                .<ValueSearch>map(literal -> new Literal(literal, regular))
                .orElse(regular);
    }

    /// The lower-case text that a pattern stands for, if it is nothing but ASCII text.
    private static Optional<String> literal(String pattern) {
        StringBuilder literal = new StringBuilder();
        for (int at = 0; at < pattern.length(); at++) {
            char c = pattern.charAt(at);
            if (c == '\\' && at + 1 < pattern.length()) {
                at++;
                c = pattern.charAt(at);
                if (Character.isLetterOrDigit(c)) {
                    return Optional.empty();
                }
            } else if ("\\.+*?()|[]{}^$".indexOf(c) >= 0) {
                return Optional.empty();
            }
            if (c >= 0x80) {
                return Optional.empty();
            }
            literal.append(c);
        }
        return Optional.of(literal.toString().toLowerCase(Locale.ROOT))
                .filter(text -> !text.isEmpty());
    }

    /// Searches ASCII text in values. Some characters beyond ASCII, such as the Kelvin sign, equal
    /// an ASCII letter when case is ignored; values that hold any are left to the regular
    /// expression.
    final class Literal implements ValueSearch {
        private final byte[] wanted;
        private final ValueSearch beyondAscii;

        Literal(String wanted, ValueSearch beyondAscii) {
            this.wanted = wanted.getBytes(StandardCharsets.US_ASCII);
            this.beyondAscii = beyondAscii;
        }

        @Override
        public boolean isIn(ValueBytes value) {
            byte[] bytes = value.bytes();
            int last = value.to() - wanted.length;
            for (int at = value.from(); at < value.to(); at++) {
                if (bytes[at] < 0) {
                    return beyondAscii.isIn(value);
                }
                if (at <= last && isAt(bytes, at)) {
                    return true;
                }
            }
            return false;
        }

        private boolean isAt(byte[] bytes, int at) {
            for (int i = 0; i < wanted.length; i++) {
                if (lowerCase(bytes[at + i]) != wanted[i]) {
                    return false;
                }
            }
            return true;
        }

        private static int lowerCase(byte b) {
            return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
        }
    }
}
