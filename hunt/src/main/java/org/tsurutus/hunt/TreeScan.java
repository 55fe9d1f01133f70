package org.tsurutus.hunt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tsurutus.markii.MarkIIException;
import org.tsurutus.markii.scan.Block;
import org.tsurutus.markii.scan.LineCursor;
import org.tsurutus.markii.scan.LogScan;
import org.tsurutus.markii.scan.LogSource;
import org.tsurutus.markii.where.LineFilter;
import org.tsurutus.markii.where.LineSelection;

/// The process tree of logs, read on all processors, and who acted in some of their records.
///
/// @param tree the whole tree; several logs may hold parts of one terminal
/// @param acting the processes that act in the records that were asked for
/// @param withoutProcess how many of the records that were asked for name no process
/// @param malformed how many lines are no records
public record TreeScan(
        ProcessTree tree, Set<ProcessKey> acting, long withoutProcess, long malformed) {
    public TreeScan {
        acting = Set.copyOf(acting);
    }

    /// What a block holds for the tree.
    private record Part(
            List<ProcessSign> signs, Set<ProcessKey> acting, long withoutProcess, long malformed) {}

    private static final class Gatherer {
        private final ProcessTreeBuilder builder = new ProcessTreeBuilder();
        private final Set<ProcessKey> acting = new HashSet<>();
        private long withoutProcess;
        private long malformed;

        void add(Part part) {
            part.signs().forEach(builder::add);
            acting.addAll(part.acting());
            withoutProcess += part.withoutProcess();
            malformed += part.malformed();
        }
    }

    /// Reads logs.
    ///
    /// @param asked the records whose processes are asked for
    /// @throws MarkIIException when a log cannot be read
    public static TreeScan of(List<LogSource> sources, LineSelection asked) {
        Gatherer all = new Gatherer();
        LogScan.blocks(sources, block -> part(block, asked), all::add);
        return new TreeScan(all.builder.build(), all.acting, all.withoutProcess, all.malformed);
    }

    private static Part part(Block block, LineSelection asked) {
        SignReader reader = new SignReader(block);
        LineFilter filter = asked.on(block);
        LineCursor line = new LineCursor(block);
        List<ProcessSign> signs = new ArrayList<>();
        Set<ProcessKey> acting = new HashSet<>();
        long withoutProcess = 0;
        long malformed = 0;
        while (line.next()) {
            switch (line.kind()) {
                case RECORD -> {
                    int before = signs.size();
                    reader.read(line).ifPresent(signs::add);
                    if (filter.matches(line)) {
                        if (signs.size() > before) {
                            acting.add(signs.getLast().key());
                        } else {
                            withoutProcess++;
                        }
                    }
                }
                case MALFORMED -> malformed += line.isContinued() ? 0 : 1;
                case END_MARK -> {
                    // says nothing of a process
                }
            }
        }
        return new Part(signs, acting, withoutProcess, malformed);
    }
}
