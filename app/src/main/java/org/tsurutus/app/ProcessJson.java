package org.tsurutus.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.tsurutus.hunt.ProcessKey;
import org.tsurutus.hunt.ProcessNode;
import org.tsurutus.hunt.ProcessTree;
import tools.jackson.databind.json.JsonMapper;

/// A process of a tree as JSON. The tree is flat here: a forged one may be deeper than what readers
/// of JSON accept.
///
/// @param parentGuid the parent's GUID; absent for a root
/// @param depth how many ancestors it has
/// @param evidence `started`, `acting` or `named_as_parent`
/// @param asked whether it acts in a record that was asked for
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ProcessJson(
        String terminal,
        Optional<String> computer,
        String guid,
        Optional<String> parentGuid,
        int depth,
        String path,
        String arguments,
        Optional<Long> pid,
        String user,
        Optional<String> start,
        Optional<String> stop,
        String evidence,
        boolean asked,
        Map<String, Long> events) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Place(ProcessNode node, Optional<ProcessNode> parent, int depth) {}

    /// Hands the processes on as lines, each parent before its children.
    static void forEach(ProcessTree tree, Set<ProcessKey> asked, Consumer<String> taker) {
        Deque<Place> waiting = new ArrayDeque<>();
        tree.roots().forEach(root -> waiting.add(new Place(root, Optional.empty(), 0)));
        while (!waiting.isEmpty()) {
            Place place = waiting.pop();
            for (ProcessNode child : place.node().children().reversed()) {
                waiting.push(new Place(child, Optional.of(place.node()), place.depth() + 1));
            }
            taker.accept(JSON.writeValueAsString(of(place, tree, asked)));
        }
    }

    private static ProcessJson of(Place place, ProcessTree tree, Set<ProcessKey> asked) {
        ProcessNode node = place.node();
        return new ProcessJson(
                node.terminal(),
                Optional.ofNullable(tree.computers().get(node.terminal())),
                node.guid(),
                place.parent().map(ProcessNode::guid),
                place.depth(),
                node.path(),
                node.arguments(),
                node.pid(),
                node.user(),
                node.start().map(OffsetDateTime::toString),
                node.stop().map(OffsetDateTime::toString),
                node.evidence().name().toLowerCase(Locale.ROOT),
                asked.contains(node.key()),
                node.events());
    }
}
