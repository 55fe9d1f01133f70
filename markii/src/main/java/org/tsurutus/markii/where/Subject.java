package org.tsurutus.markii.where;

import org.tsurutus.markii.vocabulary.ValueType;

/// What a condition is about.
sealed interface Subject {
    /// A key that the vocabulary knows.
    ///
    /// @param id its number among [org.tsurutus.markii.scan.Keys]
    record Key(int id, ValueType type) implements Subject {}

    /// A key that the vocabulary lacks.
    record UnknownKey(String name) implements Subject {}

    /// What every record has without writing it as a field.
    enum Virtual implements Subject {
        /// The time at the start of the line.
        TIME("time"),
        /// The number of the line in its file.
        LINE("line"),
        /// The name of the file.
        FILE("file"),
        /// `evt/subEvt`.
        KIND("kind");

        private final String word;

        Virtual(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }
}
