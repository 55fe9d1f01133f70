package org.tsurutus.hunt;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tsurutus.markii.HostileText;

/// A process tree to read: one line a process, with its arguments, its number, when it ran and what
/// it did.
public final class ProcessTreeText {
    private static final int DEEPEST_INDENT = 64;
    private static final int LONGEST_ARGUMENTS = 200;

    private static final String MARK = "→ ";

    private final StringBuilder text = new StringBuilder();
    private final LifetimeText lifetimes;
    private final Set<ProcessKey> marked;

    private ProcessTreeText(LifetimeText lifetimes, Set<ProcessKey> marked) {
        this.lifetimes = lifetimes;
        this.marked = marked;
    }

    private record Place(ProcessNode node, int depth, String before, String below) {}

    /// The tree's lines, each ended by a line feed. Control characters are visible, long arguments
    /// are cut and say how much is missing.
    public static String of(ProcessTree tree) {
        return of(tree, Set.of());
    }

    /// The same with `→` before some processes. Where there are several terminals, each has a line
    /// with its name above its processes.
    public static String of(ProcessTree tree, Set<ProcessKey> marked) {
        ProcessTreeText text = new ProcessTreeText(LifetimeText.of(tree.processes()), marked);
        Map<String, List<ProcessNode>> terminals = new LinkedHashMap<>();
        for (ProcessNode root : tree.roots()) {
            terminals.computeIfAbsent(root.terminal(), _ -> new ArrayList<>()).add(root);
        }
        terminals.forEach((terminal, roots) -> {
            if (terminals.size() > 1) {
                text.addHeader(terminal, tree.computers().getOrDefault(terminal, "?"));
            }
            text.add(roots);
        });
        return text.text.toString();
    }

    private void addHeader(String terminal, String computer) {
        text.append(text.isEmpty() ? "" : "\n");
        text.append(HostileText.shown(computer + "  terminal " + terminal)).append('\n');
    }

    private void add(List<ProcessNode> roots) {
        Deque<Place> waiting = new ArrayDeque<>();
        roots.reversed().forEach(root -> waiting.push(new Place(root, 0, "", "")));
        while (!waiting.isEmpty()) {
            Place place = waiting.pop();
            text.append(place.before()).append(line(place.node())).append('\n');
            List<ProcessNode> children = place.node().children();
            for (int child = children.size() - 1; child >= 0; child--) {
                waiting.push(under(place, children.get(child), child == children.size() - 1));
            }
        }
    }

    private static Place under(Place parent, ProcessNode child, boolean last) {
        int depth = parent.depth() + 1;
        if (depth > DEEPEST_INDENT) {
            return new Place(
                    child, depth, parent.below() + "… level " + depth + ": ", parent.below());
        }
        return new Place(
                child,
                depth,
                parent.below() + (last ? "└─ " : "├─ "),
                parent.below() + (last ? "   " : "│  "));
    }

    private String line(ProcessNode node) {
        StringBuilder line = new StringBuilder(marked.contains(node.key()) ? MARK : "");
        line.append(HostileText.shown(name(node)));
        if (!node.arguments().isEmpty()) {
            line.append(' ').append(HostileText.shown(cut(node.arguments())));
        }
        node.pid().ifPresent(pid -> line.append("  pid ").append(pid));
        String lifetime = lifetimes.of(node);
        if (!lifetime.isEmpty()) {
            line.append("  ").append(lifetime);
        }
        String events = events(node);
        if (!events.isEmpty()) {
            line.append("  [").append(HostileText.shown(events)).append(']');
        }
        return switch (node.evidence()) {
            case STARTED -> line.toString();
            case ACTING -> line.append("  (start not in the log)").toString();
            case NAMED_AS_PARENT -> line.append("  (not in the log)").toString();
        };
    }

    private static String name(ProcessNode node) {
        return node.path().isEmpty() ? node.guid() : node.path();
    }

    /// A process's own start and end are in the tree already.
    private static String events(ProcessNode node) {
        return node.events().entrySet().stream()
                .filter(event -> !event.getKey().startsWith("ps/"))
                .map(ProcessTreeText::count)
                .collect(Collectors.joining(", "));
    }

    private static String count(Map.Entry<String, Long> event) {
        return event.getKey() + " " + event.getValue();
    }

    private static String cut(String arguments) {
        int length = arguments.codePointCount(0, arguments.length());
        if (length <= LONGEST_ARGUMENTS) {
            return arguments;
        }
        int end = arguments.offsetByCodePoints(0, LONGEST_ARGUMENTS);
        return arguments.substring(0, end) + "… (" + (length - LONGEST_ARGUMENTS) + " more)";
    }
}
