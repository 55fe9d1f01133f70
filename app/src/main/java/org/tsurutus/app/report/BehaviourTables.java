package org.tsurutus.app.report;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.tsurutus.hunt.ProcessNode;
import org.tsurutus.hunt.timeline.Category;
import org.tsurutus.markii.MarkIIRecord;

/// Fills the tables of the report record by record.
final class BehaviourTables {
    private static final int TIMELINE = 5_000;
    private static final int TABLE = 2_000;

    private final SpecimenFamily family;
    private final TimeBase base;
    private final Path kept;
    private final ClickLinks clicks;
    private final Computers computers;
    private final Earliest<EventRow> timeline = new Earliest<>(TIMELINE);
    private final Earliest<DroppedFile> files = new Earliest<>(TABLE);
    private final Earliest<RegistryRow> registry = new Earliest<>(TABLE);
    private final Earliest<NetworkRow> network = new Earliest<>(TABLE);
    private final Earliest<DiskRow> disk = new Earliest<>(TABLE);
    private final Set<DroppedFile.Key> dropped = new HashSet<>();
    private long position;
    private long background;

    BehaviourTables(
            SpecimenFamily family,
            TimeBase base,
            Path kept,
            ClickLinks clicks,
            Computers computers) {
        this.family = family;
        this.base = base;
        this.kept = kept;
        this.clicks = clicks;
        this.computers = computers;
    }

    void add(MarkIIRecord record) {
        Moment moment = Moment.of(record, position++);
        Optional<ProcessNode> member = family.member(record);
        if (Category.of(record) == Category.DISK) {
            // found by comparing disks, so it counts whether or not a process could be named
            String process =
                    member.map(this::label)
                            .orElseGet(() ->
                                    computers.label(
                                            record.value("tmid", ""),
                                            ShownText.fileName(record.value("psPath", ""))));
            disk.add(moment, DiskRow.of(record, process));
        }
        if (Category.of(record) == Category.SCREEN) {
            timeline.add(moment, EventRow.click(record, clicks.next(record), base, computers));
        } else if (record.isBackground()) {
            background += member.isPresent() ? 1 : 0;
        } else {
            member.ifPresent(node -> add(moment, record, label(node)));
        }
    }

    private void add(Moment moment, MarkIIRecord record, String process) {
        timeline.add(moment, EventRow.of(record, process, base));
        switch (Category.of(record)) {
            case FILE -> addFile(moment, record, process);
            case REGISTRY -> registry.add(moment, RegistryRow.of(record, process, base));
            case NETWORK -> network.add(moment, NetworkRow.of(record, process, base));
            case PROCESS, DISK, SCREEN, OTHER -> {}
        }
    }

    private void addFile(Moment moment, MarkIIRecord record, String process) {
        DroppedFile.key(record)
                .filter(dropped::add)
                .ifPresent(_ -> files.add(moment, DroppedFile.of(record, process, kept)));
    }

    Behaviour behaviour(
            Capped<ProcessRow> specimen, Capped<ProcessRow> system, Capped<LateralRow> lateral) {
        return new Behaviour(
                specimen,
                system,
                lateral,
                timeline.rows(),
                background,
                files.rows(),
                registry.rows(),
                network.rows(),
                disk.rows());
    }

    private String label(ProcessNode node) {
        return computers.label(
                node.terminal(),
                ShownText.fileName(node.path())
                        + node.pid().map(pid -> " (" + pid + ")").orElse(""));
    }
}
