package org.tsurutus.app.report;

import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tsurutus.hunt.ProcessNode;
import org.tsurutus.hunt.ProcessTree;
import org.tsurutus.markii.MarkIIRecord;

/// The processes that descend from the guest's launcher: what the specimen started, and nothing of
/// the system around it.
final class SpecimenFamily {
    private static final String LAUNCHER = "\\tsurutus\\launch.exe";

    private final List<ProcessNode> roots;
    private final Map<Key, ProcessNode> members = new HashMap<>();

    private record Key(String terminal, String guid) {}

    private SpecimenFamily(List<ProcessNode> roots) {
        this.roots = List.copyOf(roots);
        for (ProcessNode root : roots) {
            for (ProcessNode member : root.family()) {
                members.put(new Key(member.terminal(), member.guid()), member);
            }
        }
    }

    /// Finds the family. A copy of the launcher that the specimen starts is a member like any
    /// other.
    static SpecimenFamily of(ProcessTree tree) {
        List<ProcessNode> roots = new ArrayList<>();
        Deque<ProcessNode> waiting = new ArrayDeque<>(tree.roots());
        while (!waiting.isEmpty()) {
            ProcessNode node = waiting.pop();
            if (isLauncher(node)) {
                roots.addAll(node.children());
            } else {
                waiting.addAll(node.children());
            }
        }
        return new SpecimenFamily(roots);
    }

    /// The processes that the launcher started.
    List<ProcessNode> roots() {
        return roots;
    }

    /// The member that acts in a record.
    Optional<ProcessNode> member(MarkIIRecord record) {
        return Optional.ofNullable(
                members.get(new Key(record.value("tmid", ""), record.value("psGUID", ""))));
    }

    boolean contains(ProcessNode node) {
        return members.containsKey(new Key(node.terminal(), node.guid()));
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
