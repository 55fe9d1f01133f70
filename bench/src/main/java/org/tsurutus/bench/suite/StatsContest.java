package org.tsurutus.bench.suite;

import java.util.List;
import java.util.Map;

/// Counting a log's records against the fastest honest program that only finds some of them.
final class StatsContest implements Contest {
    private static final Goal GOAL = new Goal.AtMost(3, "x");

    @Override
    public String name() {
        return "stats";
    }

    @Override
    public List<Row> run(Ground ground) {
        String log = ground.log().toString();
        Command grep =
                new Command(
                        "grep -c",
                        List.of("grep", "-c", "evt=ps subEvt=start", log),
                        Map.of("LC_ALL", "C"));
        Command stats = ground.tsurutus("log", "stats", log).named("tsurutus log stats");
        return Pair.run(stats, grep, GOAL, ground, ground.rounds());
    }
}
