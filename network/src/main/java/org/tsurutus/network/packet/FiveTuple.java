package org.tsurutus.network.packet;

import java.util.Optional;

/// Who talks to whom, seen from the sender of one packet.
///
/// @param protocol [Tcp#PROTOCOL] or [Udp#PROTOCOL]
/// @param source the sender
/// @param sourcePort the sender's port
/// @param target the receiver
/// @param targetPort the receiver's port
public record FiveTuple(
        int protocol, IpAddress source, int sourcePort, IpAddress target, int targetPort) {
    /// The two that a frame is between.
    ///
    /// @return empty unless it carries a whole packet of TCP or UDP
    public static Optional<FiveTuple> of(Octets frame) {
        return Ethernet.read(frame)
                .flatMap(ethernet ->
                        switch (ethernet.packet()) {
                            case Ip ip -> of(ip, ip.segment());
                            case Arp _, Unread _, Malformed _ -> Optional.empty();
                        });
    }

    /// The two that a packet is between.
    ///
    /// @param segment what the packet carries
    /// @return empty unless that is TCP or UDP
    public static Optional<FiveTuple> of(Ip ip, Segment segment) {
        return switch (segment) {
            case Tcp tcp -> Optional.of(between(ip, tcp.sourcePort(), tcp.targetPort()));
            case Udp udp -> Optional.of(between(ip, udp.sourcePort(), udp.targetPort()));
            case IcmpEcho _, Fragment _, Unread _, Malformed _ -> Optional.empty();
        };
    }

    private static FiveTuple between(Ip ip, int sourcePort, int targetPort) {
        return new FiveTuple(ip.protocol(), ip.source(), sourcePort, ip.target(), targetPort);
    }

    /// The same two, seen from the other.
    public FiveTuple reversed() {
        return new FiveTuple(protocol, target, targetPort, source, sourcePort);
    }
}
