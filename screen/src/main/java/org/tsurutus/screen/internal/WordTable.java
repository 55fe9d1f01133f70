package org.tsurutus.screen.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tsurutus.screen.ButtonWords;
import org.tsurutus.screen.ButtonWords.Word;
import org.tsurutus.screen.Intent;
import org.tsurutus.screen.ScreenException;

/// Reads the tables of button words: a line is an intent, a tab and a word; `#` begins a comment.
/// `languages.txt` names the tables.
public final class WordTable {
    private static final String DIRECTORY = "buttons/";

    private WordTable() {}

    /// The words of all tables.
    public static List<Word> all() {
        List<Word> words = new ArrayList<>();
        for (String language : lines("languages.txt")) {
            words.addAll(parse(language + ".tsv", lines(language + ".tsv")));
        }
        return words;
    }

    /// Parses the lines of one table.
    ///
    /// @param name the table's name, for messages
    /// @throws ScreenException when a line is not an intent, a tab and a word
    public static List<Word> parse(String name, List<String> lines) {
        List<Word> words = new ArrayList<>();
        for (String line : lines) {
            String[] columns = line.split("\t", -1);
            if (columns.length != 2 || columns[1].isBlank()) {
                throw new ScreenException(
                        name + ": \"" + line + "\" is not an intent, a tab and a word");
            }
            words.add(new Word(intent(name, columns[0]), words.size(), columns[1]));
        }
        return words;
    }

    private static Intent intent(String name, String word) {
        return Arrays.stream(Intent.values())
                .filter(intent -> intent.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new ScreenException(
                                "%s: no intent \"%s\"; there are %s"
                                        .formatted(
                                                name,
                                                word,
                                                Arrays.toString(Intent.values())
                                                        .toLowerCase(Locale.ROOT))));
    }

    private static List<String> lines(String name) {
        try (InputStream stream = ButtonWords.class.getResourceAsStream(DIRECTORY + name)) {
            if (stream == null) {
                throw new ScreenException(
                        "the program lacks its table " + DIRECTORY + name + "; install it again");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new ScreenException("cannot read the table " + DIRECTORY + name, e);
        }
    }
}
