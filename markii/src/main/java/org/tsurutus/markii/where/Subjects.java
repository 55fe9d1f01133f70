package org.tsurutus.markii.where;

import java.util.Arrays;
import java.util.Optional;
import org.tsurutus.markii.scan.Keys;
import org.tsurutus.markii.vocabulary.Vocabulary;
import org.tsurutus.markii.where.Subject.Virtual;

/// Finds what a word of an expression names.
final class Subjects {
    private Subjects() {}

    static Optional<Subject> virtual(String word) {
        return Arrays.stream(Virtual.values())
                .filter(virtual -> virtual.word().equals(word))
                .map(Subject.class::cast)
                .findFirst();
    }

    static Optional<Subject> known(String word) {
        return Vocabulary.field(word)
                .map(field -> new Subject.Key(Keys.id(field.key()), field.type()));
    }
}
