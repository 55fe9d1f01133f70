package org.tsurutus.farm.specimen;

/// Names that strangers chose, made fit for one line of a message.
final class Shown {
    private static final int LONGEST = 500;

    private Shown() {}

    static String text(Object named) {
        StringBuilder shown = new StringBuilder();
        named.toString()
                .codePoints()
                .limit(LONGEST)
                .map(character -> isPlain(character) ? character : '?')
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }

    /// Whether a character shows itself and nothing else: no control, no change of the direction of
    /// writing, no line break, nothing invisible.
    static boolean isPlain(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
