package org.tsurutus.markii.where;

import org.tsurutus.markii.MarkIIException;

/// An expression, word by word.
final class Words {
    private final String text;
    private int at;

    /// A key or a value.
    ///
    /// @param at where it begins in the expression
    record Value(String text, boolean quoted, int at) {}

    Words(String text) {
        this.text = text;
    }

    boolean isAtEnd() {
        skipSpace();
        return at == text.length();
    }

    /// Goes behind a word, in upper or lower case, if it comes next.
    boolean take(String word) {
        skipSpace();
        int end = endOfKey(at);
        boolean found =
                end - at == word.length() && text.regionMatches(true, at, word, 0, end - at);
        at = found ? end : at;
        return found;
    }

    /// Goes behind a character if it comes next.
    boolean takeSign(char sign) {
        boolean found = !isAtEnd() && text.charAt(at) == sign;
        at += found ? 1 : 0;
        return found;
    }

    Value key() {
        if (!isAtEnd() && isQuote(text.charAt(at))) {
            return quoted();
        }
        int start = at;
        at = endOfKey(start);
        if (at == start) {
            throw wrong("expected a key");
        }
        return new Value(text.substring(start, at), false, start);
    }

    Operator operator() {
        skipSpace();
        Operator operator =
                Operator.at(text, at)
                        .orElseThrow(
                                () -> wrong("expected = != ~ !~ < <= > >= or ? after the key"));
        at += operator.sign().length();
        return operator;
    }

    Value value(Operator operator) {
        if (isAtEnd() || text.charAt(at) == ')') {
            throw wrong("a value is missing behind " + operator.sign() + "; \"\" is the empty one");
        }
        if (isQuote(text.charAt(at))) {
            return quoted();
        }
        int start = at;
        int open = 0;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && open >= 0) {
            open += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
            at += open < 0 ? 0 : 1;
        }
        return new Value(text.substring(start, at), false, start);
    }

    private Value quoted() {
        int start = at;
        String quote = text.substring(at, at + 1);
        StringBuilder value = new StringBuilder();
        at++;
        while (true) {
            int end = text.indexOf(quote, at);
            if (end < 0) {
                throw wrong(start, "a quote that is never closed");
            }
            value.append(text, at, end);
            at = end + 1;
            if (!text.startsWith(quote, at)) {
                return new Value(value.toString(), true, start);
            }
            value.append(quote);
            at++;
        }
    }

    /// What is wrong here.
    MarkIIException wrong(String what) {
        skipSpace();
        return wrong(at, what);
    }

    /// What is wrong at a place of the expression.
    MarkIIException wrong(int place, String what) {
        return new MarkIIException("column " + (place + 1) + " of the expression: " + what);
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private int endOfKey(int start) {
        int end = start;
        while (end < text.length() && isKeyCharacter(text.charAt(end), end == start)) {
            end++;
        }
        return end;
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    private static boolean isKeyCharacter(char c, boolean first) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || c == '_'
                || (!first && c >= '0' && c <= '9');
    }
}
