package org.tsurutus.markii;

import org.tsurutus.markii.vocabulary.Vocabulary;

/// Which values a writer quotes, as the vocabulary knows; a key that it lacks is quoted.
final class Quoting {
    private Quoting() {}

    static boolean quotes(String event, String key) {
        return Vocabulary.field(key).map(field -> field.quoting().quotes(event)).orElse(true);
    }
}
