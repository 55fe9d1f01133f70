package org.tsurutus.network.endpoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsurutus.network.packet.MacAddress;

/// The connections of an endpoint, the oldest first. A PC that calls too often loses its own oldest
/// call that was never finished, and never another PC's.
final class TcpTable {
    private static final int MOST = 2048;
    private static final int MOST_OF_ONE = 512;

    private record Key(TcpEnds ends, MacAddress mac) {}

    private final Map<Key, TcpLink> links = new LinkedHashMap<>();
    private final Map<MacAddress, Integer> ofOne = new LinkedHashMap<>();
    private final EndpointTally tally;

    TcpTable(EndpointTally tally) {
        this.tally = tally;
    }

    int size() {
        return links.size();
    }

    List<TcpLink> all() {
        return List.copyOf(links.values());
    }

    Optional<TcpLink> get(TcpEnds ends, MacAddress mac) {
        return Optional.ofNullable(links.get(new Key(ends, mac)));
    }

    /// Whether there is room for another connection of a PC.
    boolean makeRoom(MacAddress mac) {
        if (links.size() < MOST && ofOne.getOrDefault(mac, 0) < MOST_OF_ONE) {
            return true;
        }
        boolean isAnybodys = links.size() >= MOST;
        Optional<TcpLink> unfinished =
                links.values().stream()
                        .filter(link -> !link.isOpened())
                        .filter(link -> isAnybodys || link.mac().equals(mac))
                        .findFirst();
        unfinished.ifPresent(link -> {
            tally.lose(EndpointLoss.HALF_OPEN);
            link.close("it made room for another call");
        });
        return unfinished.isPresent();
    }

    void add(TcpLink link) {
        links.put(new Key(link.ends(), link.mac()), link);
        ofOne.merge(link.mac(), 1, Integer::sum);
    }

    void remove(TcpLink link) {
        if (links.remove(new Key(link.ends(), link.mac()), link)) {
            ofOne.merge(
                    link.mac(), -1, (before, less) -> before + less == 0 ? null : before + less);
        }
    }
}
