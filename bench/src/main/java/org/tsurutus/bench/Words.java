package org.tsurutus.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// A list of words to draw from.
final class Words {
    private final Template[] words;
    private final Ranks ranks;

    private Words(List<Template> words) {
        this.words = words.toArray(Template[]::new);
        this.ranks = Ranks.zipf(words.size());
    }

    /// Reads the lists of `words.txt` by their names.
    static Map<String, Words> read() {
        Map<String, Words> lists = new LinkedHashMap<>();
        List<Template> words = new ArrayList<>();
        String name = "";
        for (String line : Resource.lines("words.txt")) {
            if (line.startsWith("[") && line.endsWith("]")) {
                close(name, words, lists);
                name = line.substring(1, line.length() - 1);
            } else {
                words.add(Template.parse(line, lists));
            }
        }
        close(name, words, lists);
        return lists;
    }

    /// The list called `name`.
    static Words in(Map<String, Words> lists, String name) {
        Words words = lists.get(name);
        if (words == null) {
            throw new BenchException(
                    "words.txt has no list [" + name + "] above the place that names it");
        }
        return words;
    }

    Template any(SplittableRandom random) {
        return words[random.nextInt(words.length)];
    }

    Template often(SplittableRandom random) {
        return words[ranks.draw(random)];
    }

    private static void close(String name, List<Template> words, Map<String, Words> lists) {
        if (!words.isEmpty()) {
            lists.put(name, new Words(words));
            words.clear();
        }
    }
}
