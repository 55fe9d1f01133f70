package org.tsurutus.bench.suite;

import java.util.List;
import java.util.Map;
import org.tsurutus.bench.Hello;

/// Starting up, against the least that Java can do.
final class VersionContest implements Contest {
    private static final Goal GOAL = new Goal.AtMost(1.6, "x");

    /// A start is so short that chance weighs more.
    private static final int TIMES_AS_OFTEN = 4;

    @Override
    public String name() {
        return "version";
    }

    @Override
    public List<Row> run(Ground ground) {
        String java = System.getProperty("java.home") + "/bin/java";
        String classes = ground.root().resolve("bench/target/classes").toString();
        Command hello =
                new Command(
                        "java Hello",
                        List.of(java, "-cp", classes, Hello.class.getName()),
                        Map.of());
        int rounds = TIMES_AS_OFTEN * ground.rounds();
        return Pair.run(ground.tsurutus("--version"), hello, GOAL, ground, rounds);
    }
}
