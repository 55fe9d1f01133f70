package org.tsurutus.screen;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.tsurutus.screen.internal.Label;
import org.tsurutus.screen.internal.WordTable;

/// The grammar of dialogs: what the words on buttons mean, in all languages that there is a table
/// for. OCR's usual mistakes are borne.
public final class ButtonWords {
    private final Map<String, Word> bySkeleton = new HashMap<>();
    private final List<Entry> wanted = new ArrayList<>();
    private final List<Entry> never = new ArrayList<>();

    /// A word of a table.
    ///
    /// @param intent what it means
    /// @param rank its place in its table, 0 first, so the likelier of two words of one intent
    /// @param text as written in the table
    public record Word(Intent intent, int rank, String text) {
        /// The most wanted first.
        public static final Comparator<Word> BEST_FIRST =
                Comparator.comparing(Word::intent).thenComparingInt(Word::rank);
    }

    private record Entry(Label label, Word word) {}

    private ButtonWords(Collection<Word> words) {
        for (Word word : words) {
            Entry entry = new Entry(Label.of(word.text()), word);
            (word.intent() == Intent.NEVER ? never : wanted).add(entry);
            bySkeleton.putIfAbsent(entry.label().skeleton(), word);
        }
    }

    /// The tables that come with the module.
    public static ButtonWords standard() {
        return new ButtonWords(WordTable.all());
    }

    /// A table made by hand.
    public static ButtonWords of(Collection<Word> words) {
        return new ButtonWords(words);
    }

    /// What a label means. A label that holds a [Intent#NEVER] word anywhere means never, whatever
    /// else it says.
    ///
    /// @return empty when no word fits
    public Optional<Word> meaning(String text) {
        Label label = Label.of(text);
        if (label.skeleton().isEmpty()) {
            return Optional.empty();
        }
        for (Entry entry : never) {
            if (label.holds(entry.label())) {
                return Optional.of(entry.word());
            }
        }
        Word exact = bySkeleton.get(label.skeleton());
        if (exact != null) {
            return Optional.of(exact);
        }
        return nearest(label, never).or(() -> nearest(label, wanted));
    }

    private static Optional<Word> nearest(Label label, List<Entry> entries) {
        Optional<Word> nearest = Optional.empty();
        int least = Integer.MAX_VALUE;
        for (Entry entry : entries) {
            OptionalInt distance = label.distance(entry.label());
            if (distance.isPresent() && distance.getAsInt() < least) {
                least = distance.getAsInt();
                nearest = Optional.of(entry.word());
            }
        }
        return nearest;
    }
}
