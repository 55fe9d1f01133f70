package org.tsurutus.app.report;

import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.tsurutus.hunt.ProcessNode;
import org.tsurutus.hunt.timeline.Category;

/// One process in the tree, placed by its depth.
///
/// @param indent how far to indent; no more than [#DEEPEST]
/// @param depth how deep it really is
/// @param computer its PC, where there are several
/// @param note what is odd about it, or empty
record ProcessRow(
        int indent,
        int depth,
        String computer,
        String name,
        String path,
        String arguments,
        String pid,
        String user,
        String time,
        String note,
        List<EventCount> events) {

    /// The deepest level that has an indent of its own; a chain may be longer than any page is
    /// wide.
    static final int DEEPEST = 24;

    /// How often one kind of event occurred.
    record EventCount(String category, String kind, String count) {}

    private record Place(ProcessNode node, int depth) {}

    /// The rows of these processes and their descendants without those that `leftOut` says, and
    /// without what descends from them.
    static List<ProcessRow> of(
            List<ProcessNode> roots,
            Predicate<ProcessNode> leftOut,
            TimeBase base,
            Computers computers) {
        List<ProcessRow> rows = new ArrayList<>();
        Deque<Place> waiting = new ArrayDeque<>();
        roots.reversed().forEach(root -> waiting.push(new Place(root, 0)));
        while (!waiting.isEmpty()) {
            Place place = waiting.pop();
            if (!leftOut.test(place.node())) {
                rows.add(row(place.node(), place.depth(), base, computers));
                for (ProcessNode child : place.node().children().reversed()) {
                    waiting.push(new Place(child, place.depth() + 1));
                }
            }
        }
        return rows;
    }

    /// Whether it is deeper than its indent says.
    boolean isDeeper() {
        return depth > indent;
    }

    String indentStyle() {
        return "--indent:" + indent;
    }

    private static ProcessRow row(ProcessNode node, int depth, TimeBase base, Computers computers) {
        return new ProcessRow(
                Math.min(depth, DEEPEST),
                depth,
                computers.of(node.terminal()),
                node.path().isEmpty() ? "unknown" : ShownText.fileName(node.path()),
                ShownText.of(node.path().isEmpty() ? node.guid() : node.path()),
                ShownText.of(node.arguments()),
                node.pid().map(String::valueOf).orElse(""),
                ShownText.of(node.user()),
                time(node, base),
                note(node),
                node.events().entrySet().stream()
                        .filter(event -> Category.of(event.getKey()) != Category.PROCESS)
                        .map(ProcessRow::eventCount)
                        .toList());
    }

    private static String time(ProcessNode node, TimeBase base) {
        if (node.start().isEmpty()) {
            return "";
        }
        OffsetDateTime start = node.start().get();
        return base.offset(start)
                + node.stop().map(stop -> " – " + base.offset(stop)).orElse(", no end recorded");
    }

    private static String note(ProcessNode node) {
        return switch (node.evidence()) {
            case STARTED -> "";
            case ACTING -> "start not in the log";
            case NAMED_AS_PARENT -> "named by its child only";
        };
    }

    private static EventCount eventCount(Map.Entry<String, Long> event) {
        return new EventCount(
                Category.of(event.getKey()).word(),
                ShownText.of(event.getKey()),
                ShownText.count(event.getValue()));
    }
}
