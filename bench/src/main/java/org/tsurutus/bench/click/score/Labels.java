package org.tsurutus.bench.click.score;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Compares labels as a person would: without case, spaces, punctuation and mnemonics.
final class Labels {
    private static final Pattern MNEMONIC = Pattern.compile("\\([A-Za-z]\\)");
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

    /// A command link's note follows its label; shorter labels are too easily a part of others.
    private static final int LONG_ENOUGH_FOR_A_NOTE = 6;

    private Labels() {}

    /// Whether what was read is the label; a note may follow a long label.
    static boolean same(String label, String read) {
        String expected = bare(label);
        String actual = bare(read);
        return expected.length() >= LONG_ENOUGH_FOR_A_NOTE
                ? actual.startsWith(expected)
                : actual.equals(expected);
    }

    /// Whether there is anything to compare.
    static boolean isEmpty(String label) {
        return bare(label).isEmpty();
    }

    private static String bare(String label) {
        String plain = Normalizer.normalize(label, Normalizer.Form.NFKC);
        String unmarked = MNEMONIC.matcher(plain).replaceAll("");
        return NEITHER_LETTER_NOR_DIGIT.matcher(unmarked).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
