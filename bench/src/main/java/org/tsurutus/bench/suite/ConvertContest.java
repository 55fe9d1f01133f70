package org.tsurutus.bench.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Writing a log as Parquet: how fast, and how small.
final class ConvertContest implements Contest {
    private static final Goal SPEED = new Goal.AtLeast(150, "MB/s");
    private static final Goal SIZE = new Goal.AtMost(12, "%");
    private static final double MEGABYTE = 1e6;

    @Override
    public String name() {
        return "convert";
    }

    @Override
    public List<Row> run(Ground ground) {
        Path log = ground.log();
        Path parquet = parquet(ground);
        Series series =
                ground.stopwatch()
                        .alternate(List.of(toParquet(ground, log, parquet)), ground.rounds())
                        .getFirst();
        Optional<Outcome> failure = series.failure();
        if (failure.isPresent()) {
            String reason = failure.get().failure();
            return List.of(
                    Row.failed("speed", SPEED.text(), reason),
                    Row.failed("size of the log's", SIZE.text(), "needs the Parquet file"));
        }
        double bytes = size(log);
        Spread speed = series.seconds().map(seconds -> bytes / MEGABYTE / seconds);
        double share = 100 * size(parquet) / bytes;
        return List.of(
                Row.of("time", series.seconds().text("s")),
                Row.of("speed", SPEED, speed, "MB/s"),
                Row.of("size of the log's", SIZE, new Spread(share, share, share), "%"));
    }

    /// Where the Parquet file goes.
    static Path parquet(Ground ground) {
        return ground.scratch().resolve("log.parquet");
    }

    static Command toParquet(Ground ground, Path log, Path parquet) {
        return ground.tsurutus(
                "log", "convert", "--to", "parquet", "-o", parquet.toString(), log.toString());
    }

    private static double size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
