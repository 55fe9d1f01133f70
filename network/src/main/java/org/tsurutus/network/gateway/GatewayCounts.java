package org.tsurutus.network.gateway;

import org.tsurutus.network.endpoint.EndpointCounts;

/// What went through a gateway so far.
///
/// @param forwarded how many connections and talks over UDP went out
/// @param refused how many were refused by the policy
/// @param limited how many were refused because too many had begun or were there
/// @param failed how many nobody answered
/// @param dropped datagrams for which there was no rate left
/// @param bytesOut how many bytes went out
/// @param bytesIn how many came back
/// @param lines how many lines tell it
/// @param linesLost how many more there should be
/// @param endpoint what the frames came to
public record GatewayCounts(
        long forwarded,
        long refused,
        long limited,
        long failed,
        long dropped,
        long bytesOut,
        long bytesIn,
        long lines,
        long linesLost,
        EndpointCounts endpoint) {}
