package org.tsurutus.bench.toolkit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tsurutus.bench.BenchException;
import org.tsurutus.bench.Resource;

/// What is written on dialogs, by language. `&` stands before the letter that is underlined.
final class Wording {
    /// The word, and its wording in each language.
    private static final int COLUMNS = 1 + 8;

    private final List<String> languages;
    private final Map<String, List<String>> words = new HashMap<>();

    private Wording(List<List<String>> rows) {
        languages = rows.getFirst().subList(1, rows.getFirst().size());
        for (List<String> row : rows.subList(1, rows.size())) {
            words.put(row.getFirst(), row.subList(1, row.size()));
        }
    }

    static Wording standard() {
        return new Wording(Resource.rows("toolkit/words.tsv", COLUMNS));
    }

    /// The languages, for example `en`, in the table's order.
    List<String> languages() {
        return languages;
    }

    /// The wording with its mark for the underlined letter.
    ///
    /// @throws BenchException when the table has no such word
    String marked(String word, String language) {
        List<String> row = words.get(word);
        int column = languages.indexOf(language);
        if (row == null || column < 0) {
            throw new BenchException("words.tsv has no word '" + word + "' in " + language);
        }
        return row.get(column);
    }

    /// The wording as a person reads it.
    static String plain(String marked) {
        return marked.replace("&", "");
    }
}
