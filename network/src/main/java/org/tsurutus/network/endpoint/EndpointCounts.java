package org.tsurutus.network.endpoint;

import java.util.Map;

/// What an [Endpoint] has done.
///
/// @param frames how many frames it looked at
/// @param connections how many calls were answered
/// @param open how many connections there are now
/// @param lost what came to nothing, by reason, zeros included
public record EndpointCounts(
        long frames, long connections, int open, Map<EndpointLoss, Long> lost) {
    public EndpointCounts {
        lost = Map.copyOf(lost);
    }
}
