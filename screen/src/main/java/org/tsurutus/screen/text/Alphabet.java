package org.tsurutus.screen.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// The letters that a network tells apart. Its class 0 is no letter; class 1 is the first one.
///
/// @param letters one code point each
record Alphabet(List<String> letters, Map<String, Integer> numbers) {
    static final int NONE = 0;

    /// Stands for whatever the alphabet lacks.
    private static final String UNKNOWN = "\uFFFD";

    /// The alphabet of the lines of a file.
    static Alphabet of(List<String> letters) {
        Map<String, Integer> numbers = new HashMap<>();
        for (String letter : letters) {
            numbers.put(letter, numbers.size() + 1);
        }
        return new Alphabet(List.copyOf(letters), Map.copyOf(numbers));
    }

    /// A class's letter; empty where the class is no letter.
    String letter(int number) {
        return number == NONE ? "" : letters.get(number - 1);
    }

    int number(String letter) {
        return Optional.ofNullable(numbers.get(letter)).orElse(-1);
    }

    /// The classes of the letters of a text, spaces apart. A letter is of several: of itself, of
    /// its other case, and of its twin in the other script.
    List<int[]> spelled(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(letter -> !Character.isWhitespace(letter))
                .mapToObj(this::alike)
                .toList();
    }

    private int[] alike(int letter) {
        int[] found =
                IntStream.of(letter, Character.toLowerCase(letter), Character.toUpperCase(letter))
                        .flatMap(each -> IntStream.of(each, Twins.of(each)))
                        .map(each -> number(Character.toString(each)))
                        .filter(number -> number > 0)
                        .sorted()
                        .distinct()
                        .toArray();
        return found.length == 0 ? any(UNKNOWN) : found;
    }

    /// The classes of any of some letters.
    int[] any(String some) {
        return some.codePoints()
                .map(letter -> number(Character.toString(letter)))
                .filter(number -> number > 0)
                .sorted()
                .toArray();
    }
}
