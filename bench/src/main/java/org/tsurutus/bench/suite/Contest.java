package org.tsurutus.bench.suite;

import java.util.List;

/// Something that is measured; `bench/README.md` says what each is for.
public sealed interface Contest
        permits StatsContest, ConvertContest, SqlContest, VersionContest, HeapContest, LoopContest {
    /// All contests, in the order in which they run.
    static List<Contest> all() {
        return List.of(
                new VersionContest(),
                new StatsContest(),
                new ConvertContest(),
                new SqlContest(),
                new LoopContest(),
                new HeapContest());
    }

    /// How the command line calls it.
    String name();

    /// Whether it takes so long that it only runs when asked for.
    default boolean isBig() {
        return false;
    }

    /// Measures; what fails is a row too.
    List<Row> run(Ground ground);
}
