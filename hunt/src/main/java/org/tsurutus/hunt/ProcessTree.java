package org.tsurutus.hunt;

import java.util.List;
import java.util.stream.Stream;
import org.tsurutus.markii.MarkIIRecord;

/// Who started whom, for all terminals of a log.
///
/// Records may come in any order: a child before its parent, a parent never. A parent that was
/// never observed becomes a node labelled with what its children call it. Where parents form a
/// circle, as in a forged log, the oldest of the circle becomes a root.
///
/// @param roots the processes without a known parent, oldest first
public record ProcessTree(List<ProcessNode> roots) {
    public ProcessTree {
        roots = List.copyOf(roots);
    }

    /// Builds the tree; reads the stream to its end and closes it.
    public static ProcessTree of(Stream<MarkIIRecord> records) {
        ProcessTreeBuilder builder = new ProcessTreeBuilder();
        try (records) {
            records.forEachOrdered(builder::add);
        }
        return builder.build();
    }

    /// Builds the tree from records that are at hand.
    public static ProcessTree of(Iterable<MarkIIRecord> records) {
        ProcessTreeBuilder builder = new ProcessTreeBuilder();
        records.forEach(builder::add);
        return builder.build();
    }

    /// Every process, each parent before its children.
    public Stream<ProcessNode> processes() {
        return roots.stream().flatMap(root -> root.family().stream());
    }
}
