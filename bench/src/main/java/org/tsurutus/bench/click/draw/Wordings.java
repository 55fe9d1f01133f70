package org.tsurutus.bench.click.draw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tsurutus.bench.click.Split;

/// Chooses what stands on frames.
final class Wordings {
    private static final List<String> FILLED =
            List.of("program", "file", "exe", "company", "path", "folder", "drive", "document");

    private final Map<String, List<String>> names = Tables.grouped("names.tsv");
    private final List<List<String>> strings =
            Tables.rows("strings.tsv", Tables.LANGUAGES.size() + 1);
    private final List<List<String>> sentences =
            Tables.rows("sentences.tsv", Tables.LANGUAGES.size());

    /// The words of a language, with names that follow from chance.
    Wording choose(Draw draw, Split split, String language) {
        int column = Tables.LANGUAGES.indexOf(language);
        List<String> programs = programs(split);
        return new Wording(
                words(column),
                filled(draw, programs),
                sentences.stream().map(row -> row.get(column)).toList(),
                programs,
                named("file"),
                named("person"),
                named("tab"));
    }

    private List<String> programs(Split split) {
        List<String> programs = new ArrayList<>(named("program"));
        if (split == Split.TEST) {
            programs.addAll(named("test-program"));
        }
        return programs;
    }

    private Map<String, String> words(int column) {
        Map<String, String> words = new HashMap<>();
        strings.forEach(row -> words.put(row.getFirst(), row.get(column + 1)));
        return words;
    }

    private Map<String, String> filled(Draw draw, List<String> programs) {
        Map<String, String> filled = new HashMap<>();
        for (String name : FILLED) {
            filled.put(name, draw.one(name.equals("program") ? programs : named(name)));
        }
        return filled;
    }

    private List<String> named(String what) {
        return names.getOrDefault(what, List.of());
    }
}
