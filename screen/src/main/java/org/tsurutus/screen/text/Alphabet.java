package org.tsurutus.screen.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/// The letters that a network tells apart. Its class 0 is no letter; class 1 is the first one.
final class Alphabet {
    static final int NONE = 0;

    /// Stands for whatever the alphabet lacks.
    private static final String UNKNOWN = "\uFFFD";

    private final List<String> letters;
    private final Map<String, Integer> numbers;

    /// Spellings of the words of the tables, which are asked for on each label.
    private final Map<String, Spelling> onButtons = new ConcurrentHashMap<>();

    private Alphabet(List<String> letters, Map<String, Integer> numbers) {
        this.letters = letters;
        this.numbers = numbers;
    }

    /// The alphabet of the lines of a file.
    ///
    /// @param letters one code point each
    static Alphabet of(List<String> letters) {
        Map<String, Integer> numbers = new HashMap<>();
        for (String letter : letters) {
            numbers.put(letter, numbers.size() + 1);
        }
        return new Alphabet(List.copyOf(letters), Map.copyOf(numbers));
    }

    /// How many letters there are.
    int size() {
        return letters.size();
    }

    /// A class's letter; empty where the class is no letter.
    String letter(int number) {
        return number == NONE ? "" : letters.get(number - 1);
    }

    int number(String letter) {
        return Optional.ofNullable(numbers.get(letter)).orElse(-1);
    }

    /// A word of the tables as buttons show it.
    Spelling onButton(String word) {
        return onButtons.computeIfAbsent(word, _ -> Spelling.onButton(this, word));
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
