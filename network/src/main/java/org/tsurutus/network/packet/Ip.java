package org.tsurutus.network.packet;

import java.util.Optional;

/// A packet of either Internet protocol.
public sealed interface Ip extends Packet permits Ipv4, Ipv6 {
    /// Who says to have sent it.
    IpAddress source();

    /// Who shall get it.
    IpAddress target();

    /// What it carries: 6 is TCP, 17 UDP.
    int protocol();

    /// What it carries, without padding.
    Octets payload();

    /// This packet as a part of another, if that is what it is.
    Optional<Fragment> fragment();

    /// What it carries, read. Checksums are not looked at: see [#isIntact()].
    default Segment segment() {
        if (fragment().isPresent()) {
            return fragment().get();
        }
        return switch (protocol()) {
            case Tcp.PROTOCOL -> Tcp.read(payload());
            case Udp.PROTOCOL -> Udp.read(payload());
            case IcmpEcho.PROTOCOL -> IcmpEcho.read(payload());
            default -> new Unread(protocol(), payload());
        };
    }

    /// Whether the checksum of what it carries is right, as far as it has one. A PC throws away
    /// what is not. Frames taken from a loopback have wrong ones: nobody reckons them there.
    default boolean isIntact() {
        if (fragment().isPresent()) {
            return true;
        }
        return switch (segment()) {
            case Tcp _ -> sum(payload()) == 0;
            case Udp _ -> !Udp.isSummed(payload()) || sum(Udp.whole(payload())) == 0;
            case IcmpEcho _ -> Checksum.of(payload()) == 0;
            case Fragment _, Unread _, Malformed _ -> true;
        };
    }

    private int sum(Octets segment) {
        return Checksum.of(source(), target(), protocol(), segment);
    }
}
