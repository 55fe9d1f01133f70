package org.tsurutus.network.lan;

import java.util.Map;
import java.util.Optional;
import org.tsurutus.network.packet.MacAddress;

/// What went through a port.
///
/// @param name whose it is
/// @param mac the hardware address that was given to whoever is behind it
/// @param framesIn frames that came from there
/// @param bytesIn their bytes
/// @param framesOut frames that were handed to its socket or queue
/// @param bytesOut their bytes
/// @param lost frames that were not handed on, by reason, zeros included
/// @param addressesLearnt how often a source address was new behind this port
/// @param addressesForgotten how often one was forgotten for a newer one
/// @param addressesMoved how often one that was known here appeared behind another port
/// @param spoofed frames whose source is not `mac`
/// @param closed why it is closed; empty as long as it is open
public record PortCounts(
        String name,
        MacAddress mac,
        long framesIn,
        long bytesIn,
        long framesOut,
        long bytesOut,
        Map<Loss, Long> lost,
        long addressesLearnt,
        long addressesForgotten,
        long addressesMoved,
        long spoofed,
        Optional<String> closed) {}
