package org.tsurutus.bench.suite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Statistics;

/// Hot loops in a warm JVM, by JMH; an operation is a byte.
final class LoopContest implements Contest {
    private static final Goal GOAL = new Goal.AtLeast(3, "GB/s");
    private static final String BENCHMARKS = "org\\.tsurutus\\..*Benchmark";
    private static final String SCAN = "StructuralScanBenchmark";
    private static final double GIGABYTE = 1e9;

    @Override
    public String name() {
        return "jmh";
    }

    @Override
    public List<Row> run(Ground ground) {
        Options options =
                new OptionsBuilder()
                        .include(BENCHMARKS)
                        .output(ground.scratch().resolve("jmh").toString())
                        .shouldFailOnError(true)
                        .build();
        try {
            return rows(new Runner(options).run());
        } catch (RunnerException e) {
            return List.of(Row.failed("loops", GOAL.text(), String.valueOf(e.getMessage())));
        }
    }

    private static List<Row> rows(Collection<RunResult> results) {
        List<Row> rows = new ArrayList<>();
        for (RunResult result : results) {
            rows.add(Row.of(name(result), speed(result).text("GB/s")));
        }
        OptionalDouble fastest =
                results.stream()
                        .filter(result -> name(result).startsWith(SCAN))
                        .mapToDouble(result -> speed(result).median())
                        .max();
        if (fastest.isPresent()) {
            double value = fastest.getAsDouble();
            rows.add(Row.of("fastest scan", GOAL, new Spread(value, value, value), "GB/s"));
        } else {
            rows.add(Row.failed("fastest scan", GOAL.text(), "there is no " + SCAN));
        }
        return rows;
    }

    private static String name(RunResult result) {
        String[] names = result.getParams().getBenchmark().split("\\.", -1);
        return names[names.length - 2] + "." + names[names.length - 1];
    }

    private static Spread speed(RunResult result) {
        Statistics bytes = result.getPrimaryResult().getStatistics();
        TimeUnit unit = result.getParams().getTimeUnit();
        double second = unit.convert(1, TimeUnit.SECONDS);
        return new Spread(bytes.getMin(), bytes.getPercentile(50), bytes.getMax())
                .map(value -> value * second / GIGABYTE);
    }
}
