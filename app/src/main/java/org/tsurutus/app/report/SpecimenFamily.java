package org.tsurutus.app.report;

import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tsurutus.hunt.ProcessKey;
import org.tsurutus.hunt.ProcessNode;
import org.tsurutus.hunt.ProcessTree;
import org.tsurutus.markii.MarkIIRecord;

/// The processes that descend from the guest's launcher or began because of another PC: what the
/// specimen started, wherever, and nothing of the system around it.
final class SpecimenFamily {
    private static final String LAUNCHER = "\\tsurutus\\launch.exe";

    private final List<ProcessNode> roots;
    private final Map<ProcessKey, ProcessNode> members = new HashMap<>();

    private SpecimenFamily(List<ProcessNode> roots) {
        this.roots = List.copyOf(roots);
        for (ProcessNode root : roots) {
            for (ProcessNode member : root.family()) {
                members.put(member.key(), member);
            }
        }
    }

    /// Finds the family. A copy of the launcher that the specimen starts is a member like any
    /// other.
    ///
    /// @param arrivals the processes that began because of another PC
    static SpecimenFamily of(ProcessTree tree, Set<ProcessKey> arrivals) {
        List<ProcessNode> roots = new ArrayList<>();
        Deque<ProcessNode> waiting = new ArrayDeque<>(tree.roots());
        while (!waiting.isEmpty()) {
            ProcessNode node = waiting.pop();
            if (isLauncher(node)) {
                roots.addAll(node.children());
            } else if (arrivals.contains(node.key())) {
                roots.add(node);
            } else {
                waiting.addAll(node.children());
            }
        }
        Comparator<Optional<OffsetDateTime>> byTime =
                Comparator.comparing(
                        start -> start.orElse(OffsetDateTime.MAX), OffsetDateTime.timeLineOrder());
        roots.sort(Comparator.comparing(ProcessNode::start, byTime));
        return new SpecimenFamily(roots);
    }

    /// The processes that the launcher started, and those that arrived, in the order of time.
    List<ProcessNode> roots() {
        return roots;
    }

    /// The member that acts in a record.
    Optional<ProcessNode> member(MarkIIRecord record) {
        return Optional.ofNullable(
                members.get(new ProcessKey(record.value("tmid", ""), record.value("psGUID", ""))));
    }

    boolean contains(ProcessNode node) {
        return members.containsKey(node.key());
    }

    int size() {
        return members.size();
    }

    /// When the first member was started.
    Optional<OffsetDateTime> start() {
        return roots.stream()
                .flatMap(root -> root.start().stream())
                .min(OffsetDateTime.timeLineOrder());
    }

    private static boolean isLauncher(ProcessNode node) {
        return node.path().toLowerCase(Locale.ROOT).endsWith(LAUNCHER);
    }
}
