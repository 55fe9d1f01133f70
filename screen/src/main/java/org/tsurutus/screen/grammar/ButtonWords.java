package org.tsurutus.screen.grammar;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The grammar of dialogs: what the words on buttons mean, in all languages that there is a table
/// for. OCR's usual mistakes are borne.
public final class ButtonWords {
    /// English stands on dialogs of all languages.
    private static final String EVERYWHERE = "en";

    /// How long the name of what is to be run can be.
    private static final int LONGEST_OBJECT = 24;

    private static final Pattern FORWARDS = Pattern.compile("^[^<>]{2,12}\\s*[>›＞]$");
    private static final Pattern BACKWARDS = Pattern.compile("^[<‹＜く]\\s*[^<>]{2,12}$");

    private final Map<String, Table> tables = new LinkedHashMap<>();

    private record Entry(Label label, Word word) {}

    private record Table(
            Map<String, Word> bySkeleton,
            List<Entry> wanted,
            List<Entry> unwanted,
            List<Entry> terms,
            List<Entry> stops) {
        Table() {
            this(
                    new HashMap<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>());
        }

        void add(Word word) {
            Entry entry = new Entry(Label.of(word.text()), word);
            switch (word.intent()) {
                case TERM -> terms.add(entry);
                case STOP -> stops.add(entry);
                case NEVER -> know(entry, unwanted);
                case RUN,
                        ENABLE,
                        INSTALL,
                        ACCEPT,
                        AFFIRMATIVE,
                        CONTINUE,
                        FINISH,
                        RETRY,
                        DISMISS,
                        REVEAL,
                        OPTIONS,
                        NEGATIVE ->
                        know(entry, wanted);
            }
        }

        private void know(Entry entry, List<Entry> list) {
            list.add(entry);
            // a word that stands for itself counts more than the same word anywhere in a label
            bySkeleton.merge(
                    entry.label().skeleton(),
                    entry.word(),
                    (old, fresh) -> old.intent() == Intent.NEVER ? fresh : old);
        }

        Optional<Meaning> exact(Label label) {
            return Optional.ofNullable(bySkeleton.get(label.skeleton()))
                    .map(word -> new Meaning(word, true));
        }

        Optional<Meaning> held(Label label) {
            return unwanted.stream()
                    .filter(entry -> label.holds(entry.label()))
                    .findFirst()
                    .map(entry -> new Meaning(entry.word(), false));
        }

        Optional<Meaning> near(Label label) {
            return nearest(label, unwanted)
                    .or(() -> nearest(label, wanted))
                    .map(word -> new Meaning(word, false));
        }
    }

    private ButtonWords(Collection<Word> words) {
        for (Word word : words) {
            tables.computeIfAbsent(word.language(), _ -> new Table()).add(word);
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

    /// The words that stand on buttons, whatever they mean.
    public List<String> onButtons(String language) {
        return Optional.ofNullable(tables.get(language)).stream()
                .flatMap(table -> Stream.concat(table.wanted().stream(), table.unwanted().stream()))
                .map(entry -> entry.word().text())
                .toList();
    }

    /// What a label means in any language.
    ///
    /// @return empty when no word fits
    public Optional<Meaning> meaning(String text) {
        return meaning(Label.of(text), List.copyOf(tables.values()));
    }

    /// What a heading means that names something besides: run setup.exe.
    ///
    /// @return a word that starts or installs and stands at its beginning or end; empty also when
    ///   the heading holds a word that says never
    public Optional<Word> command(String text, String language) {
        Label label = Label.of(text);
        List<Table> spoken = spoken(language);
        if (spoken.stream().anyMatch(table -> table.held(label).isPresent())) {
            return Optional.empty();
        }
        return spoken.stream()
                .flatMap(table -> table.wanted().stream())
                .filter(entry ->
                        entry.word().intent().compareTo(Intent.INSTALL) <= 0
                                && label.skeleton().length()
                                        <= entry.label().skeleton().length() + LONGEST_OBJECT
                                && label.commands(entry.label()))
                .map(Entry::word)
                .min(Word.BEST_FIRST);
    }

    /// Whether a check box or radio button with that label agrees to terms.
    ///
    /// @return the word that says so; empty also when the label says that it does not agree
    public Optional<Word> agreement(String text, String language) {
        Label label = Label.of(text);
        if (refuses(label, language)) {
            return Optional.empty();
        }
        return spoken(language).stream()
                .flatMap(table -> table.terms().stream())
                .filter(entry -> label.skeleton().contains(entry.label().skeleton()))
                .findFirst()
                .map(Entry::word);
    }

    /// Whether a message asks whether to stop: exit setup?
    ///
    /// @return the word that says so
    public Optional<Word> stop(String message, String language) {
        String skeleton = Label.ofLong(message).skeleton().replace(" ", "");
        return stop(language, word -> skeleton.contains(word.skeleton().replace(" ", "")));
    }

    /// The same for a message that may be misread a little.
    public Optional<Word> perhapsStop(String message, String language) {
        return stop(language, Label.ofLong(message)::nearlyHolds);
    }

    private Optional<Word> stop(String language, Predicate<Label> stands) {
        return spoken(language).stream()
                .flatMap(table -> table.stops().stream())
                .filter(entry -> stands.test(entry.label()))
                .findFirst()
                .map(Entry::word);
    }

    /// Whether a label holds a word that says never.
    public boolean refuses(String text, String language) {
        return refuses(Label.of(text), language);
    }

    private boolean refuses(Label label, String language) {
        return Stream.concat(spoken(language).stream(), eastAsian().stream())
                .anyMatch(table -> table.held(label).isPresent());
    }

    /// Tables whose characters are often taken for each other's.
    private List<Table> eastAsian() {
        return Stream.of("ja", "zh", "ko")
                .flatMap(name -> Optional.ofNullable(tables.get(name)).stream())
                .toList();
    }

    private List<Table> spoken(String language) {
        return Stream.of(language, EVERYWHERE)
                .distinct()
                .flatMap(name -> Optional.ofNullable(tables.get(name)).stream())
                .toList();
    }

    /// What a label means in one language or in English. A label that is no word itself and holds a
    /// [Intent#NEVER] word anywhere means never, whatever else it says.
    ///
    /// @return empty when no word fits
    public Optional<Meaning> meaning(String text, String language) {
        return meaning(Label.of(text), spoken(language))
                .or(() -> arrow(text, language))
                .or(() -> likeness(Label.of(text), language));
    }

    /// East Asian words have few characters, of which OCR often takes one for another. A label that
    /// shares half of them with words that all go on, or all do not, means the same; but not to go
    /// on where a word may stand in it that says never.
    private Optional<Meaning> likeness(Label label, String language) {
        if (!label.isEastAsian()) {
            return Optional.empty();
        }
        boolean refuses =
                Optional.ofNullable(tables.get(language)).stream()
                        .flatMap(table -> table.unwanted().stream())
                        .anyMatch(entry -> label.nearlyHolds(entry.label()));
        List<Word> alike =
                Optional.ofNullable(tables.get(language)).stream()
                        .flatMap(table ->
                                Stream.concat(table.wanted().stream(), table.unwanted().stream()))
                        .filter(entry -> label.isHalfOf(entry.label()))
                        .map(Entry::word)
                        .toList();
        long wanted =
                alike.stream().filter(word -> word.intent().compareTo(Intent.REVEAL) < 0).count();
        return wanted == 0 || (wanted == alike.size() && !refuses)
                ? alike.stream().min(Word.BEST_FIRST).map(word -> new Meaning(word, false))
                : Optional.empty();
    }

    /// Installers point forwards and backwards beside words that may be hard to read.
    private static Optional<Meaning> arrow(String text, String language) {
        Intent intent =
                FORWARDS.matcher(text).find()
                        ? Intent.CONTINUE
                        : BACKWARDS.matcher(text).find() ? Intent.NEVER : Intent.TERM;
        return intent == Intent.TERM
                ? Optional.empty()
                : Optional.of(new Meaning(new Word(language, intent, 0, text.strip()), false));
    }

    private static Optional<Meaning> meaning(Label label, List<Table> spoken) {
        if (label.skeleton().isEmpty()) {
            return Optional.empty();
        }
        return spoken.stream()
                .flatMap(table -> table.exact(label).stream())
                .findFirst()
                .or(() -> spoken.stream().flatMap(table -> table.held(label).stream()).findFirst())
                .or(() -> spoken.stream().flatMap(table -> table.near(label).stream()).findFirst());
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
