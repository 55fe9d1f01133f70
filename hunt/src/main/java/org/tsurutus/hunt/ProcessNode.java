package org.tsurutus.hunt;

import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One process of a log with the processes that it started.
///
/// @param terminal the `tmid` of its terminal
/// @param guid its `psGUID`, unique on its terminal
/// @param path its image; for a parent that was never observed, what its children say; empty where
///   nobody says
/// @param arguments its command line without the program
/// @param pid Windows' number for it, which Windows uses again
/// @param user the account that it runs as; empty where unknown
/// @param start when it began; for a process that ran already, when that was recorded
/// @param stop when it ended, if the log has both ends
/// @param evidence how the log knows of it
/// @param events the records in which it acts, by kind (`evt/subEvt`), sorted by kind; without
///   those that tell of the system's own background work
/// @param children the processes that it started, oldest first
public record ProcessNode(
        String terminal,
        String guid,
        String path,
        String arguments,
        Optional<Long> pid,
        String user,
        Optional<OffsetDateTime> start,
        Optional<OffsetDateTime> stop,
        Evidence evidence,
        Map<String, Long> events,
        List<ProcessNode> children) {

    /// How a log knows of a process.
    public enum Evidence {
        /// Its start or its running was recorded.
        STARTED,
        /// It acts in other records only.
        ACTING,
        /// A child names it as its parent and nothing else does.
        NAMED_AS_PARENT
    }

    /// What tells it apart.
    public ProcessKey key() {
        return new ProcessKey(terminal, guid);
    }

    /// This process and all that descend from it, each parent before its children.
    public List<ProcessNode> family() {
        List<ProcessNode> family = new ArrayList<>();
        Deque<ProcessNode> waiting = new ArrayDeque<>(List.of(this));
        while (!waiting.isEmpty()) {
            ProcessNode node = waiting.pop();
            family.add(node);
            node.children.reversed().forEach(waiting::push);
        }
        return family;
    }
}
