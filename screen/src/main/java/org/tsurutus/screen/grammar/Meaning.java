package org.tsurutus.screen.grammar;

/// What a label means.
///
/// @param word the word of a table that it stands for
/// @param exact whether the label is that word, but for what OCR cannot see, rather than like it or
///   around it
public record Meaning(Word word, boolean exact) {
    /// What pressing it means.
    public Intent intent() {
        return word.intent();
    }
}
