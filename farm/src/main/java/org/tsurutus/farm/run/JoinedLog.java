package org.tsurutus.farm.run;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.tsurutus.farm.FarmException;
import org.tsurutus.markii.scan.LogFile;
import org.tsurutus.markii.scan.LogSource;
import org.tsurutus.markii.sort.LogSort;
import org.tsurutus.markii.sort.SortOrder;
import org.tsurutus.markii.sort.SortedLog;
import org.tsurutus.markii.where.LineSelection;

/// The one log of a run of several PCs: their parts, line by line in the order of time.
final class JoinedLog {
    private JoinedLog() {}

    /// Joins the parts that there are, in one step; the parts stay.
    ///
    /// @param parts in the order of the PCs, which decides where times are equal
    /// @return how many records the log has
    static long join(List<Path> parts, Path log) {
        Path fresh = log.resolveSibling(log.getFileName() + ".new");
        try {
            long records;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(fresh))) {
                records = write(parts, log.resolveSibling("."), out);
            }
            Files.move(
                    fresh,
                    log,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            return records;
        } catch (IOException e) {
            throw FarmException.environment("cannot join the log " + log + ": " + e, e);
        }
    }

    /// Writes the joined lines.
    ///
    /// @param scratch a folder with room, where lines are kept meanwhile
    static long write(List<Path> parts, Path scratch, OutputStream out) throws IOException {
        List<LogSource> sources =
                parts.stream()
                        .filter(Files::exists)
                        .map(part -> (LogSource) new LogFile(part))
                        .toList();
        LogSort sort = new LogSort(SortOrder.parse("time"), LineSelection.ALL, scratch);
        try (SortedLog sorted = sort.sort(sources)) {
            sorted.transferTo(out);
            return sorted.counts().records();
        }
    }
}
