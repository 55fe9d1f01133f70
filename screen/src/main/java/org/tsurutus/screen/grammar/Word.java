package org.tsurutus.screen.grammar;

import java.util.Comparator;

/// A word of a table.
///
/// @param language the table, for example `en`
/// @param intent what it means
/// @param rank its place in its table, 0 first, so the likelier of two words of one intent
/// @param text as written in the table
public record Word(String language, Intent intent, int rank, String text) {
    /// The most wanted first.
    public static final Comparator<Word> BEST_FIRST =
            Comparator.comparing(Word::intent).thenComparingInt(Word::rank);
}
