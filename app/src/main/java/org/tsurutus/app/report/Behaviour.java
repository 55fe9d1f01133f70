package org.tsurutus.app.report;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.tsurutus.hunt.ProcessTree;
import org.tsurutus.markii.MarkIIRecord;

/// What the specimen did, as the log tells it.
///
/// @param specimen the processes that descend from the launcher
/// @param system all others
/// @param background how many records tell of what Wine did unasked; they are in no table
record Behaviour(
        Capped<ProcessRow> specimen,
        Capped<ProcessRow> system,
        Capped<EventRow> timeline,
        long background,
        Capped<DroppedFile> files,
        Capped<RegistryRow> registry,
        Capped<NetworkRow> network,
        Capped<DiskRow> disk) {

    private static final int PROCESSES = 1_000;

    /// Reads the log for the report.
    ///
    /// @param kept the directory of dropped files that the run kept
    /// @param clicks where the page shows clicks
    static Behaviour of(RunLog log, TimeBase fallback, Path kept, ClickLinks clicks) {
        ProcessTree tree = log.tree();
        SpecimenFamily family = SpecimenFamily.of(tree);
        TimeBase base = new TimeBase(family.start().or(fallback::zero));
        BehaviourTables tables = new BehaviourTables(family, base, kept, clicks);
        try (Stream<MarkIIRecord> records = log.records()) {
            records.forEachOrdered(tables::add);
        }
        List<ProcessRow> specimen = ProcessRow.of(family.roots(), _ -> false, base);
        List<ProcessRow> system = ProcessRow.of(tree.roots(), family::contains, base);
        return tables.behaviour(Capped.of(specimen, PROCESSES), Capped.of(system, PROCESSES));
    }
}
