package org.tsurutus.network.endpoint;

import java.util.EnumMap;
import java.util.Map;

/// Counts of an endpoint; guarded by its lock.
final class EndpointTally {
    long frames;
    long connections;
    private final Map<EndpointLoss, Long> lost = new EnumMap<>(EndpointLoss.class);

    EndpointTally() {
        for (EndpointLoss reason : EndpointLoss.values()) {
            lost.put(reason, 0L);
        }
    }

    void lose(EndpointLoss reason) {
        lost.merge(reason, 1L, Long::sum);
    }

    EndpointCounts counts(int open) {
        return new EndpointCounts(frames, connections, open, lost);
    }
}
