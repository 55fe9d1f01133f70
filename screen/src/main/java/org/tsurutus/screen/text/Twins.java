package org.tsurutus.screen.text;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Letters of two scripts that look the same. Which is meant is told by those beside them.
final class Twins {
    private static final String CYRILLIC = "АВЕКМНОРСТУХаеорсух";
    private static final String LATIN = "ABEKMHOPCTYXaeopcyx";

    private Twins() {}

    /// The letter of the other script that looks the same; itself, if there is none.
    static int of(int letter) {
        int cyrillic = CYRILLIC.indexOf(letter);
        int latin = LATIN.indexOf(letter);
        return cyrillic >= 0
                ? LATIN.charAt(cyrillic)
                : latin >= 0 ? CYRILLIC.charAt(latin) : letter;
    }

    /// A text each of whose words is of one script: the one that most of its other letters are of,
    /// or most of the text's where a word has no others.
    static String told(String text) {
        int whole = cyrillic(text);
        return Arrays.stream(text.split(" ", -1))
                .map(word -> {
                    int own = cyrillic(word);
                    return inScript(word, own == 0 ? whole : own);
                })
                .collect(Collectors.joining(" "));
    }

    /// How many letters more can only be Cyrillic than can only be Latin.
    private static int cyrillic(String text) {
        return text.codePoints()
                .filter(letter -> of(letter) == letter)
                .mapToObj(Character.UnicodeScript::of)
                .mapToInt(script ->
                        script == Character.UnicodeScript.CYRILLIC
                                ? 1
                                : script == Character.UnicodeScript.LATIN ? -1 : 0)
                .sum();
    }

    private static String inScript(String word, int cyrillic) {
        String wrong = cyrillic > 0 ? LATIN : cyrillic < 0 ? CYRILLIC : "";
        return word.codePoints()
                .map(letter -> wrong.indexOf(letter) >= 0 ? of(letter) : letter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
