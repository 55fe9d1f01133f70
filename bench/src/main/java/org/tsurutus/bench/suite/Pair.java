package org.tsurutus.bench.suite;

import java.util.ArrayList;
import java.util.List;

/// A command against another one, in turns.
final class Pair {
    private Pair() {}

    /// Rows for both times and for how many times as long as `rival` the command took.
    static List<Row> run(Command command, Command rival, Goal goal, Ground ground, int rounds) {
        List<Series> series = ground.stopwatch().alternate(List.of(command, rival), rounds);
        Series ours = series.get(0);
        Series theirs = series.get(1);
        List<Row> rows = new ArrayList<>(List.of(time(command, ours), time(rival, theirs)));
        if (ours.failure().isEmpty() && theirs.failure().isEmpty()) {
            rows.add(Row.of("ratio", goal, ours.ratio(theirs), "x"));
        } else {
            rows.add(Row.failed("ratio", goal.text(), "needs both"));
        }
        return rows;
    }

    /// A row for a command's wall time.
    static Row time(Command command, Series series) {
        return series.failure()
                .map(failure -> Row.failed(command.name(), "", failure.failure()))
                .orElseGet(() -> Row.of(command.name(), series.seconds().text("s")));
    }

    /// A row for a command's wall time, with a goal.
    static Row time(Command command, Series series, Goal goal) {
        return series.failure()
                .map(failure -> Row.failed(command.name(), goal.text(), failure.failure()))
                .orElseGet(() -> Row.of(command.name(), goal, series.seconds(), "s"));
    }
}
