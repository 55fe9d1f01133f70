package org.tsurutus.app.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tsurutus.hunt.ProcessKey;
import org.tsurutus.hunt.ProcessTree;
import org.tsurutus.hunt.lateral.LateralStep;
import org.tsurutus.markii.MarkIIRecord;

/// What the specimen did, as the log tells it.
///
/// @param specimen the processes that descend from the launcher, or began because of another PC
/// @param system all others
/// @param lateral the way from PC to PC
/// @param background how many records tell of what Wine did unasked; they are in no table
record Behaviour(
        Capped<ProcessRow> specimen,
        Capped<ProcessRow> system,
        Capped<LateralRow> lateral,
        Capped<EventRow> timeline,
        long background,
        Capped<DroppedFile> files,
        Capped<RegistryRow> registry,
        Capped<NetworkRow> network,
        Capped<DiskRow> disk) {

    private static final int PROCESSES = 1_000;
    private static final int STEPS = 2_000;

    /// Reads the log for the report.
    ///
    /// @param kept the directory of dropped files that the run kept
    /// @param clicks where the page shows clicks
    /// @param computers whose something is
    static Behaviour of(
            RunLog log, TimeBase fallback, Path kept, ClickLinks clicks, Computers computers) {
        ProcessTree tree = log.tree();
        List<LateralStep> steps = log.lateral();
        SpecimenFamily family = SpecimenFamily.of(tree, arrivals(steps));
        TimeBase base = new TimeBase(family.start().or(fallback::zero));
        BehaviourTables tables = new BehaviourTables(family, base, kept, clicks, computers);
        try (Stream<MarkIIRecord> records = log.records()) {
            records.forEachOrdered(tables::add);
        }
        List<ProcessRow> specimen = ProcessRow.of(family.roots(), _ -> false, base, computers);
        List<ProcessRow> system = ProcessRow.of(tree.roots(), family::contains, base, computers);
        return tables.behaviour(
                Capped.of(specimen, PROCESSES),
                Capped.of(system, PROCESSES),
                Capped.of(steps.stream().map(step -> LateralRow.of(step, base)).toList(), STEPS));
    }

    /// The processes that began because of another PC.
    private static Set<ProcessKey> arrivals(List<LateralStep> steps) {
        return steps.stream()
                .map(LateralStep::started)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }
}
