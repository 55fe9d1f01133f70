package org.tsurutus.screen.grammar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tsurutus.screen.ScreenException;

/// Reads the tables of button words: a line is an intent, a tab and a word; `#` begins a comment.
/// `languages.tsv` names the tables.
public final class WordTable {
    private WordTable() {}

    /// The languages that there is a table for, the likeliest first, with Tesseract's name of each.
    public static Map<String, String> languages() {
        Map<String, String> languages = new LinkedHashMap<>();
        for (String line : lines("languages.tsv")) {
            String[] columns = line.split("\t", -1);
            languages.put(columns[0], columns[1]);
        }
        return languages;
    }

    /// The words of all tables.
    static List<Word> all() {
        return languages().keySet().stream()
                .flatMap(language -> parse(language, lines(language + ".tsv")).stream())
                .toList();
    }

    /// Parses the lines of one table.
    ///
    /// @param language the table's name, for messages as well
    /// @throws ScreenException when a line is not an intent, a tab and a word
    public static List<Word> parse(String language, List<String> lines) {
        List<Word> words = new ArrayList<>();
        for (String line : lines) {
            String[] columns = line.split("\t", -1);
            if (columns.length != 2 || columns[1].isBlank()) {
                throw new ScreenException(
                        language + ".tsv: \"" + line + "\" is not an intent, a tab and a word");
            }
            words.add(new Word(language, intent(language, columns[0]), words.size(), columns[1]));
        }
        return words;
    }

    private static Intent intent(String language, String word) {
        return Arrays.stream(Intent.values())
                .filter(intent -> intent.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new ScreenException(
                                "%s.tsv: no intent \"%s\"; there are %s"
                                        .formatted(
                                                language,
                                                word,
                                                Arrays.toString(Intent.values())
                                                        .toLowerCase(Locale.ROOT))));
    }

    private static List<String> lines(String name) {
        try (InputStream stream = WordTable.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new ScreenException(
                        "the program lacks its table " + name + "; install it again");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new ScreenException("cannot read the table " + name, e);
        }
    }
}
