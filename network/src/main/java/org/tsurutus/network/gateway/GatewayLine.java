package org.tsurutus.network.gateway;

import java.time.Instant;
import java.util.Optional;
import org.tsurutus.network.packet.Ipv4Address;

/// A line about something that went out, or did not.
///
/// @param time when it began
/// @param ended when nothing more went on; for what was refused the same
/// @param pc who asked, by hardware address
/// @param policy under which policy
/// @param transport `tcp` or `udp`
/// @param client the address that the PC says to have
/// @param clientPort its port
/// @param server whom it called
/// @param serverPort the port there
/// @param destination who was called in its place, if that is somebody else: the resolver
/// @param isForwarded whether anything went out
/// @param outcome why it was refused, or how it ended
/// @param bytesOut how many bytes went out
/// @param bytesIn how many came back
record GatewayLine(
        Instant time,
        Instant ended,
        String pc,
        String policy,
        String transport,
        Ipv4Address client,
        int clientPort,
        Ipv4Address server,
        int serverPort,
        Optional<Ipv4Address> destination,
        boolean isForwarded,
        String outcome,
        long bytesOut,
        long bytesIn) {}
