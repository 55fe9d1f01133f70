package org.tsurutus.screen.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What may be written on a line: letters, and in which order they may follow each other.
///
/// @param letters the classes that each letter may be of; the first, of none, is the line's
///   beginning
/// @param before the letters that may stand before each
/// @param repeated whether each of those looks the same as the letter, so that side by side only a
///   gap tells them from one
/// @param last whether the line may end with it
@SuppressWarnings("ArrayRecordComponent") // never compared
record Spelling(int[][] letters, int[][] before, boolean[][] repeated, boolean[] last) {
    private static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// One text and nothing else.
    static Spelling exactly(Alphabet alphabet, String text) {
        Maker maker = new Maker();
        return maker.ending(maker.append(alphabet.spelled(text), 0));
    }

    /// A word as buttons show it: maybe with an arrow before or after it, a letter in brackets,
    /// dots.
    static Spelling onButton(Alphabet alphabet, String word) {
        Maker maker = new Maker();
        int arrow = maker.add(alphabet.any("<‹"), 0);
        int end = maker.append(alphabet.spelled(word), 0, arrow);
        int open = maker.add(alphabet.any("([〔【"), end);
        int mnemonic = maker.add(alphabet.any(CAPITALS), open);
        int close = maker.add(alphabet.any(")]〕】"), mnemonic);
        int[] tail = alphabet.any(">›.!");
        int one = maker.add(tail, end, close);
        int two = maker.add(tail, one);
        int three = maker.add(tail, two);
        return maker.ending(end, close, one, two, three);
    }

    /// How many letters there are, the line's beginning among them.
    int count() {
        return letters.length;
    }

    private static final class Maker {
        private final List<int[]> letters = new ArrayList<>();
        private final List<int[]> before = new ArrayList<>();

        Maker() {
            add(new int[0]);
        }

        int append(List<int[]> word, int... places) {
            int[] previous = places;
            for (int[] letter : word) {
                previous = new int[] {add(letter, previous)};
            }
            return previous[0];
        }

        int add(int[] letter, int... places) {
            letters.add(letter);
            before.add(places);
            return letters.size() - 1;
        }

        Spelling ending(int... places) {
            boolean[] last = new boolean[letters.size()];
            for (int place : places) {
                last[place] = true;
            }
            boolean[][] repeated = new boolean[letters.size()][];
            for (int place = 0; place < letters.size(); place++) {
                int[] previous = before.get(place);
                repeated[place] = new boolean[previous.length];
                for (int index = 0; index < previous.length; index++) {
                    repeated[place][index] =
                            Arrays.equals(letters.get(previous[index]), letters.get(place));
                }
            }
            return new Spelling(
                    letters.toArray(int[][]::new), before.toArray(int[][]::new), repeated, last);
        }
    }
}
