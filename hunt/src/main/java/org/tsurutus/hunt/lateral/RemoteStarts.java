package org.tsurutus.hunt.lateral;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tsurutus.markii.MarkIIRecord;

/// Finds processes that were started from another PC, by what a log in the order of time says.
///
/// A process whose session came from far away (`rcIP`) and whose parent's did not was started by
/// its parent for somebody at that address. The parent had accepted a connection from there, and
/// the logon that came over it last names the far port; the process that made a connection from
/// that address and port to one of this terminal's is who wanted it.
public final class RemoteStarts {
    /// More connections at a time than this are forgotten, the oldest first.
    private static final int MOST = 100_000;

    private static final int MOST_LINKS = 256;

    private final Map<String, Actor> connections = recent();
    private final Map<String, Deque<Accepted>> accepted = recent();
    private final Set<String> logons = Collections.newSetFromMap(recent());
    private final Map<String, String> remoteProcesses = new HashMap<>();

    /// A connection that a process took.
    ///
    /// @param port the far one
    private record Accepted(String port, String ends) {}

    /// Nothing is known yet.
    RemoteStarts() {}

    /// All of a log, in its order.
    public static List<RemoteStart> of(Stream<MarkIIRecord> log) {
        RemoteStarts starts = new RemoteStarts();
        return log.sequential().map(starts::take).flatMap(Optional::stream).toList();
    }

    /// Takes the next record.
    ///
    /// @return the start that it tells of
    Optional<RemoteStart> take(MarkIIRecord record) {
        switch (record.kind()) {
            case "net/con" -> connections.put(ends(record), Actor.of(record));
            case "net/acpt" -> accepted(record);
            case "session/loginR" -> logons.add(record.value("tmid", "") + " " + source(record));
            case String _ -> {}
        }
        return record.kind().equals("ps/start") ? started(record) : Optional.empty();
    }

    private Optional<RemoteStart> started(MarkIIRecord record) {
        Optional<String> address = record.value("rcIP").filter(text -> !text.isEmpty());
        if (address.isEmpty()) {
            return Optional.empty();
        }
        String terminal = record.value("tmid", "");
        String parent = terminal + " " + record.value("parentGUID", "");
        remoteProcesses.put(process(record), address.get());
        if (address.get().equals(remoteProcesses.get(parent))) {
            return Optional.empty();
        }
        Optional<Accepted> over = over(terminal, parent + " " + address.get(), address.get());
        return Optional.of(
                new RemoteStart(
                        record.time(),
                        over.flatMap(link -> Optional.ofNullable(connections.get(link.ends()))),
                        Actor.of(record),
                        record.value("cmd", ""),
                        record.value("psUser", ""),
                        address.get(),
                        over.map(Accepted::port).orElse("")));
    }

    private void accepted(MarkIIRecord record) {
        Deque<Accepted> links =
                accepted.computeIfAbsent(
                        process(record) + " " + record.value("srcIP", ""), _ -> new ArrayDeque<>());
        links.addFirst(new Accepted(record.value("srcPort", ""), ends(record)));
        if (links.size() > MOST_LINKS) {
            links.removeLast();
        }
    }

    /// The newest connection over which somebody logged on.
    private Optional<Accepted> over(String terminal, String parentAndAddress, String address) {
        return accepted.getOrDefault(parentAndAddress, new ArrayDeque<>()).stream()
                .filter(link -> logons.contains(terminal + " " + address + ":" + link.port()))
                .findFirst();
    }

    private static String process(MarkIIRecord record) {
        return record.value("tmid", "") + " " + record.value("psGUID", "");
    }

    private static String source(MarkIIRecord record) {
        return record.value("srcIP", "") + ":" + record.value("srcPort", "");
    }

    private static String ends(MarkIIRecord record) {
        return source(record) + ">" + record.value("dstIP", "") + ":" + record.value("dstPort", "");
    }

    private static <T> Map<String, T> recent() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > MOST;
            }
        };
    }
}
