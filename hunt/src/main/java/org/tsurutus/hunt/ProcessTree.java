package org.tsurutus.hunt;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tsurutus.markii.MarkIIRecord;

/// Who started whom, for all terminals of a log.
///
/// Records may come in any order: a child before its parent, a parent never. A parent that was
/// never observed becomes a node labelled with what its children call it. Where parents form a
/// circle, as in a forged log, the oldest of the circle becomes a root.
///
/// @param roots the processes without a known parent, oldest first
/// @param computers the names of the terminals (`com` by `tmid`), as far as the log says them
public record ProcessTree(List<ProcessNode> roots, Map<String, String> computers) {
    public ProcessTree {
        roots = List.copyOf(roots);
        computers = Map.copyOf(computers);
    }

    /// Builds the tree; reads the stream to its end and closes it.
    public static ProcessTree of(Stream<MarkIIRecord> records) {
        ProcessTreeBuilder builder = new ProcessTreeBuilder();
        try (records) {
            records.forEachOrdered(record -> ProcessSign.of(record).ifPresent(builder::add));
        }
        return builder.build();
    }

    /// Builds the tree from records that are at hand.
    public static ProcessTree of(Iterable<MarkIIRecord> records) {
        ProcessTreeBuilder builder = new ProcessTreeBuilder();
        records.forEach(record -> ProcessSign.of(record).ifPresent(builder::add));
        return builder.build();
    }

    /// Every process, each parent before its children.
    public Stream<ProcessNode> processes() {
        return roots.stream().flatMap(root -> root.family().stream());
    }

    /// Only the roots from which one of these processes descends, with all that descends from them.
    public ProcessTree holding(Set<ProcessKey> wanted) {
        List<ProcessNode> holding =
                roots.stream()
                        .filter(root ->
                                root.family().stream()
                                        .anyMatch(node -> wanted.contains(node.key())))
                        .toList();
        return new ProcessTree(holding, computers);
    }
}
