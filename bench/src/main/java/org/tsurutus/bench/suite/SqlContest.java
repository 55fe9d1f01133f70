package org.tsurutus.bench.suite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A question to the log itself and to its Parquet file.
final class SqlContest implements Contest {
    private static final String QUESTION =
            "SELECT psPath, count(*) FROM log GROUP BY ALL ORDER BY 2 DESC LIMIT 10";
    private static final Goal FROM_LOG = new Goal.AtMost(6, "s");
    private static final Goal FROM_PARQUET = new Goal.AtMost(0.5, "s");

    @Override
    public String name() {
        return "sql";
    }

    @Override
    public List<Row> run(Ground ground) {
        Path log = ground.log();
        Path parquet = ConvertContest.parquet(ground);
        if (!Files.exists(parquet)) {
            ground.stopwatch().time(ConvertContest.toParquet(ground, log, parquet));
        }
        List<Command> commands =
                List.of(ask(ground, "from the log", log), ask(ground, "from Parquet", parquet));
        List<Series> series = ground.stopwatch().alternate(commands, ground.rounds());
        return List.of(
                Pair.time(commands.get(0), series.get(0), FROM_LOG),
                Pair.time(commands.get(1), series.get(1), FROM_PARQUET));
    }

    private static Command ask(Ground ground, String name, Path file) {
        return ground.tsurutus("sql", QUESTION, file.toString()).named(name);
    }
}
