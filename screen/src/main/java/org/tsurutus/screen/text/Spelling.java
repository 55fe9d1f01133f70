package org.tsurutus.screen.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What may be written on a line: letters, and in which order they may follow each other.
///
/// @param letters the classes that each letter may be of; the first, of none, is the line's
///   beginning
/// @param before the letters that may stand before each
/// @param last whether the line may end with it
record Spelling(List<int[]> letters, List<List<Integer>> before, List<Boolean> last) {
    private static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// One text and nothing else.
    static Spelling exactly(Alphabet alphabet, String text) {
        Spelling spelling = beginning();
        int end = spelling.append(alphabet.spelled(text), List.of(0));
        spelling.last.set(end, true);
        return spelling;
    }

    /// A word as buttons show it: maybe with an arrow before or after it, a letter in brackets,
    /// dots.
    static Spelling onButton(Alphabet alphabet, String word) {
        Spelling spelling = beginning();
        int arrow = spelling.add(alphabet.any("<‹"), List.of(0));
        int end = spelling.append(alphabet.spelled(word), List.of(0, arrow));
        int open = spelling.add(alphabet.any("([〔【"), List.of(end));
        int mnemonic = spelling.add(alphabet.any(CAPITALS), List.of(open));
        int close = spelling.add(alphabet.any(")]〕】"), List.of(mnemonic));
        int[] tail = alphabet.any(">›.!");
        int one = spelling.add(tail, List.of(end, close));
        int two = spelling.add(tail, List.of(one));
        int three = spelling.add(tail, List.of(two));
        for (int place : List.of(end, close, one, two, three)) {
            spelling.last.set(place, true);
        }
        return spelling;
    }

    private static Spelling beginning() {
        Spelling spelling = new Spelling(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        spelling.add(new int[0], List.of());
        return spelling;
    }

    private int append(List<int[]> word, List<Integer> places) {
        List<Integer> previous = places;
        for (int[] letter : word) {
            previous = List.of(add(letter, previous));
        }
        return previous.getFirst();
    }

    private int add(int[] letter, List<Integer> places) {
        letters.add(letter);
        before.add(places);
        last.add(false);
        return letters.size() - 1;
    }

    /// Whether two letters look the same, so that side by side only a gap tells them from one.
    boolean isRepeated(int one, int other) {
        return Arrays.equals(letters.get(one), letters.get(other));
    }
}
