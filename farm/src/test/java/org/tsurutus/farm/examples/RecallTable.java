package org.tsurutus.farm.examples;

import java.util.Locale;
import java.util.Map;
import org.tsurutus.farm.examples.Score.Count;

/// A score as a table in Markdown.
public final class RecallTable {
    private RecallTable() {}

    /// One row a kind and one for all, and how many acts are complete.
    public static String of(Score score) {
        StringBuilder table =
                new StringBuilder(
                        """
                        | kind | declared | found | recall | undeclared | precision |
                        |---|---|---|---|---|---|
                        """);
        for (Map.Entry<String, Count> kind : score.kinds().entrySet()) {
            table.append(row("`" + kind.getKey() + "`", kind.getValue()));
        }
        table.append(row("**all**", score.total()));
        return table.append("\n")
                .append(score.exact())
                .append(" of ")
                .append(score.acts())
                .append(" acts are in the log exactly as declared.\n")
                .toString();
    }

    private static String row(String name, Count count) {
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %,d | %.2f %% | %,d | %.2f %% |%n",
                name,
                count.declared(),
                count.found(),
                100 * count.recall(),
                count.extra(),
                100 * count.precision());
    }
}
