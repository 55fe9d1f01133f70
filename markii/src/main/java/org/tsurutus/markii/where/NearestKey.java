package org.tsurutus.markii.where;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.tsurutus.markii.vocabulary.KnownField;
import org.tsurutus.markii.vocabulary.Vocabulary;

/// Which known key a mistyped one was meant to be.
final class NearestKey {
    private static final int LONGEST = 64;

    private NearestKey() {}

    /// The key with the fewest letters to change; nothing where all of them would have to.
    static Optional<String> to(String word) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        Stream<String> virtual = Stream.of(Subject.Virtual.values()).map(Subject.Virtual::word);
        return Stream.concat(virtual, Vocabulary.fields().stream().map(KnownField::key))
                .min(Comparator.comparingInt(key -> distance(key, word)))
                .filter(key -> distance(key, word) < Math.max(key.length(), word.length()));
    }

    private static int distance(String key, String word) {
        String a = key.toLowerCase(Locale.ROOT);
        String b = word.toLowerCase(Locale.ROOT);
        return isShuffled(a, b) ? 0 : edits(a, b);
    }

    /// Whether only the order of the letters differs, the most frequent slip of all.
    private static boolean isShuffled(String a, String b) {
        return Arrays.equals(a.chars().sorted().toArray(), b.chars().sorted().toArray());
    }

    /// How many letters must be added, taken or changed, by Levenshtein's table row after row.
    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
