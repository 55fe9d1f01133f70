package org.tsurutus.network.answer;

import java.util.Map;
import org.tsurutus.network.endpoint.EndpointCounts;

/// What was answered so far.
///
/// @param lines how many lines tell it
/// @param linesLost how many more there should be
/// @param byProtocol how often each protocol was answered
/// @param bytesNotKept how many bytes came for which there was no room
/// @param endpoint what the frames came to
public record AnswerCounts(
        long lines,
        long linesLost,
        Map<String, Long> byProtocol,
        long bytesNotKept,
        EndpointCounts endpoint) {
    public AnswerCounts {
        byProtocol = Map.copyOf(byProtocol);
    }
}
