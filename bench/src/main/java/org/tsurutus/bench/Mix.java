package org.tsurutus.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/// Which lines a log is made of, and how often each: the table `lines.tsv`.
final class Mix {
    private static final String BEGINNING = "<time> loc=<locale> type=ITM2 sn=<sn> ";

    private final List<Kind> kinds = new ArrayList<>();
    private final Ranks ranks;

    /// One kind of line and what happens when it is written.
    record Kind(Act act, Template line) {}

    Mix(Map<String, Words> lists) {
        List<List<String>> rows = Resource.rows("lines.tsv", 3);
        for (List<String> row : rows) {
            Act act = Act.valueOf(row.get(1).toUpperCase(Locale.ROOT));
            kinds.add(new Kind(act, Template.parse(BEGINNING + row.get(2), lists)));
        }
        ranks =
                Ranks.weighing(
                        rows.stream().mapToInt(row -> Integer.parseInt(row.getFirst())).toArray());
    }

    Kind draw(SplittableRandom random) {
        return kinds.get(ranks.draw(random));
    }
}
