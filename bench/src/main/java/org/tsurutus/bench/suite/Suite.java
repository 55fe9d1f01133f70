package org.tsurutus.bench.suite;

import java.io.PrintStream;
import java.util.List;

/// Runs contests one after another and prints the table of them all.
public final class Suite {
    private final Ground ground;
    private final PrintStream out;
    private final PrintStream progress;

    /// A suite that measures on `ground`.
    ///
    /// @param out takes the table
    /// @param progress hears what is going on
    public Suite(Ground ground, PrintStream out, PrintStream progress) {
        this.ground = ground;
        this.out = out;
        this.progress = progress;
    }

    /// Measures each contest and prints the table.
    ///
    /// @return whether every goal was met
    public boolean run(List<Contest> contests) {
        HostFacts.lines().forEach(out::println);
        Table table = new Table();
        boolean good = true;
        for (Contest contest : contests) {
            progress.println("· measuring " + contest.name());
            List<Row> rows = contest.run(ground);
            table.add(contest.name(), rows);
            good &= rows.stream().allMatch(row -> row.verdict().isGood());
        }
        out.println();
        out.print(table.text());
        out.println("Times are medians (least … greatest); a ratio is taken round by round.");
        return good;
    }
}
