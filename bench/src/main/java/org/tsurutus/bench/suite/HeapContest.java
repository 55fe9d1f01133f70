package org.tsurutus.bench.suite;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A log many times as large as the heap that is allowed to read it.
final class HeapContest implements Contest {
    private static final long LOG_BYTES = 4L << 30;
    private static final Map<String, String> SMALL_HEAP =
            Map.of("TSURUTUS_JAVA_OPTIONS", "-Xmx256m");
    private static final String GOAL = "exit 0 in 256 MiB of heap";
    private static final double MEBIBYTE = 1 << 20;

    @Override
    public String name() {
        return "heap";
    }

    @Override
    public boolean isBig() {
        return true;
    }

    @Override
    public List<Row> run(Ground ground) {
        String log = ground.logs().log(LOG_BYTES).toString();
        Path out = ground.scratch().resolve("big");
        List<Command> commands =
                List.of(
                        command(ground, "stats", log),
                        command(ground, "cat", "--where", "evt=ps", log),
                        command(ground, "convert", "--to", "jsonl", "-o", out.toString(), log),
                        command(ground, "sort", "-o", out.toString(), log));
        List<Row> rows = new ArrayList<>();
        for (Command command : commands) {
            rows.add(row(command, ground.stopwatch().time(command)));
            Scratch.delete(out);
        }
        return rows;
    }

    private static Command command(Ground ground, String verb, String... arguments) {
        List<String> words = new ArrayList<>(List.of("log", verb));
        words.addAll(List.of(arguments));
        return ground.tsurutus(SMALL_HEAP, words.toArray(String[]::new)).named("log " + verb);
    }

    private static Row row(Command command, Outcome outcome) {
        if (outcome.isFailure()) {
            return Row.failed(command.name(), GOAL, outcome.failure());
        }
        String measured =
                String.format(
                        Locale.ROOT,
                        "%.1f s, at most %.0f MiB resident",
                        outcome.seconds(),
                        outcome.peakBytes() / MEBIBYTE);
        return new Row(command.name(), GOAL, measured, Row.Verdict.MET);
    }
}
