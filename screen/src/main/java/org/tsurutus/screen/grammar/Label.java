package org.tsurutus.screen.grammar;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// A button's label without what does not tell labels apart.
///
/// @param skeleton words in lower case with single spaces between; mnemonics, punctuation, accents
///   and the differences that OCR does not see are gone
public record Label(String skeleton) {
    private static final int LONGEST = 80;
    private static final int LONGEST_MESSAGE = 1000;
    private static final int SHORTEST_FUZZY = 4;
    private static final int SHORTEST_EAST_ASIAN = 3;
    private static final int LONGEST_WORD = 8;
    private static final int ENDING = 3;
    private static final int LETTERS_PER_MISTAKE = 7;

    /// "(Y)" and what OCR makes of it, at the end of a label.
    private static final Pattern MNEMONIC =
            Pattern.compile("(?<=.)[(\\[{〔【]\\s*&?[^)\\]}〕】]{0,2}?\\s*[)\\]}〕】]?[^\\p{L}\\p{N}]*$");

    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036F]");
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}ー|!]+");
    private static final Pattern EAST_ASIAN =
            Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]");

    private static final String CONFUSED = "01|!iq5ぁぃぅぇぉっゃゅょァィゥェォッャュョヘベペリ一口力二工卜夕八";
    private static final String CLEARED = "ollllosあいうえおつやゆよアイウエオツヤユヨへべぺりーロカニエトタハ";

    /// Normalises a label as written or as read.
    public static Label of(String text) {
        return of(text, LONGEST);
    }

    /// Normalises a message of several lines.
    static Label ofLong(String text) {
        return of(text, LONGEST_MESSAGE);
    }

    private static Label of(String text, int longest) {
        String cut = text.length() > longest ? text.substring(0, longest) : text;
        String plain = Normalizer.normalize(cut, Normalizer.Form.NFKC).strip();
        String bare = MNEMONIC.matcher(plain).replaceFirst("").replaceAll("&|!+$", "");
        String apart = Normalizer.normalize(bare, Normalizer.Form.NFD);
        String smooth =
                Normalizer.normalize(ACCENTS.matcher(apart).replaceAll(""), Normalizer.Form.NFC)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("['’‘`´]", "");
        boolean eastAsian = EAST_ASIAN.matcher(smooth).find();
        String words = NOT_LETTERS.matcher(smooth).replaceAll(eastAsian ? "" : " ").strip();
        return new Label(clear(words));
    }

    private static String clear(String words) {
        StringBuilder clear = new StringBuilder(words.length());
        for (int index = 0; index < words.length(); index++) {
            int confused = CONFUSED.indexOf(words.charAt(index));
            clear.append(confused < 0 ? words.charAt(index) : CLEARED.charAt(confused));
        }
        return clear.toString();
    }

    /// Whether it is written in characters that stand for a syllable or a word.
    boolean isEastAsian() {
        return EAST_ASIAN.matcher(skeleton).find();
    }

    /// Whether it has as many characters as the other one, and at least half of them, at the same
    /// places.
    boolean isHalfOf(Label other) {
        int length = skeleton.length();
        if (length < 2 || length != other.skeleton.length() || length > LONGEST_WORD) {
            return false;
        }
        int same = 0;
        for (int index = 0; index < length; index++) {
            same += skeleton.charAt(index) == other.skeleton.charAt(index) ? 1 : 0;
        }
        return same * 2 >= length;
    }

    /// Whether the other label's words stand in this one, side by side.
    public boolean holds(Label other) {
        if (EAST_ASIAN.matcher(other.skeleton).find()) {
            return skeleton.contains(other.skeleton);
        }
        return (" " + skeleton + " ").contains(" " + other.skeleton + " ");
    }

    /// Whether the other label stands in this one, but for a few misread letters.
    boolean nearlyHolds(Label other) {
        String all = skeleton.replace(" ", "");
        String sought = other.skeleton.replace(" ", "");
        int allowed =
                other.isEastAsian() && sought.length() >= SHORTEST_EAST_ASIAN
                        ? 1
                        : sought.length() / LETTERS_PER_MISTAKE;
        return edits(sought, all, true) <= allowed;
    }

    /// Whether the other label's words stand at the beginning of this one, or at its end but for a
    /// syllable or two, as verbs do in commands.
    boolean commands(Label other) {
        int last = skeleton.lastIndexOf(other.skeleton);
        return holds(other)
                && (skeleton.startsWith(other.skeleton)
                        || skeleton.length() - last - other.skeleton.length() <= ENDING);
    }

    /// How many letters were misread if this is meant to be the other label.
    ///
    /// @return empty when either has less than four letters, or more than one letter, and more than
    ///   one in seven, would have been misread
    public OptionalInt distance(Label other) {
        int shorter = Math.min(skeleton.length(), other.skeleton.length());
        if (shorter < SHORTEST_FUZZY) {
            return OptionalInt.empty();
        }
        int allowed = Math.max(1, other.skeleton.length() / LETTERS_PER_MISTAKE);
        if (Math.abs(skeleton.length() - other.skeleton.length()) > allowed) {
            return OptionalInt.empty();
        }
        int distance = edits(skeleton, other.skeleton, false);
        return distance <= allowed ? OptionalInt.of(distance) : OptionalInt.empty();
    }

    /// How many letters must be changed, added or taken away.
    ///
    /// @param anywhere whether the text may go on before and behind
    private static int edits(String sought, String text, boolean anywhere) {
        int[] row = new int[text.length() + 1];
        for (int column = 0; column <= text.length(); column++) {
            row[column] = anywhere ? 0 : column;
        }
        for (int index = 1; index <= sought.length(); index++) {
            int diagonal = row[0];
            row[0] = index;
            for (int column = 1; column <= text.length(); column++) {
                int replaced =
                        diagonal + (sought.charAt(index - 1) == text.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, 1 + Math.min(row[column], row[column - 1]));
            }
        }
        return anywhere ? Arrays.stream(row).min().orElseThrow() : row[text.length()];
    }
}
