package org.tsurutus.app.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tsurutus.hunt.ProcessTree;
import org.tsurutus.hunt.TreeScan;
import org.tsurutus.hunt.lateral.LateralMovement;
import org.tsurutus.hunt.lateral.LateralStep;
import org.tsurutus.lake.LogCounts;
import org.tsurutus.markii.Line;
import org.tsurutus.markii.MarkIIReader;
import org.tsurutus.markii.MarkIIRecord;
import org.tsurutus.markii.scan.LogFile;
import org.tsurutus.markii.scan.LogSource;
import org.tsurutus.markii.where.LineSelection;

/// The run's Mark II log, read anew for every question so that it need not fit into memory. An
/// absent log answers as an empty one.
record RunLog(Path path) {
    boolean isPresent() {
        return Files.isRegularFile(path);
    }

    LogCounts counts() {
        return LogCounts.of(sources());
    }

    ProcessTree tree() {
        return TreeScan.of(sources(), LineSelection.NONE).tree();
    }

    /// The steps from PC to PC.
    List<LateralStep> lateral() {
        List<LateralStep> steps = new ArrayList<>();
        LateralMovement movement = new LateralMovement(steps::add);
        try (Stream<MarkIIRecord> records = records()) {
            records.forEachOrdered(movement::accept);
        }
        return steps;
    }

    /// The records in the order of the log; the caller closes the stream.
    Stream<MarkIIRecord> records() {
        return lines().filter(Line.Entry.class::isInstance)
                .map(Line.Entry.class::cast)
                .map(Line.Entry::record);
    }

    private List<LogSource> sources() {
        return isPresent() ? List.of(new LogFile(path)) : List.of();
    }

    private Stream<Line> lines() {
        if (!isPresent()) {
            return Stream.empty();
        }
        MarkIIReader reader = MarkIIReader.open(path);
        return reader.lines().onClose(reader::close);
    }
}
