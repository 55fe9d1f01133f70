package org.tsurutus.network.packet;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.tsurutus.network.NetworkException;

/// A packet of IPv6, its extension headers taken off.
///
/// @param source who says to have sent it
/// @param target who shall get it
/// @param protocol what it carries
/// @param hopLimit how many routers may still pass it on
/// @param fragment this packet as a part of another, if that is what it is
/// @param payload what it carries
public record Ipv6(
        Ipv6Address source,
        Ipv6Address target,
        int protocol,
        int hopLimit,
        Optional<Fragment> fragment,
        Octets payload)
        implements Ip {
    /// Its EtherType.
    public static final int TYPE = 0x86dd;

    private static final int HEADER = 40;
    private static final int VERSION = 6;

    static Packet read(Octets packet) {
        if (packet.length() < HEADER || packet.byteAt(0) >> 4 != VERSION) {
            return new Malformed("IPv6", "no header of version 6");
        }
        int length = packet.shortAt(4);
        if (HEADER + length > packet.length()) {
            return new Malformed("IPv6", "its length goes beyond its end");
        }
        return Ipv6Extensions.read(packet.byteAt(6), packet.slice(HEADER, length))
                .<Packet>map(inner ->
                        new Ipv6(
                                Ipv6Address.at(packet, 8),
                                Ipv6Address.at(packet, 24),
                                inner.protocol(),
                                packet.byteAt(7),
                                inner.fragment(),
                                inner.payload()))
                .orElseGet(() -> new Malformed("IPv6", "its extension headers are broken"));
    }

    /// Its bytes as a whole packet without extension headers.
    ///
    /// @throws NetworkException when it is too long for a packet
    public Octets octets() {
        if (payload.length() > 0xffff) {
            throw new NetworkException(
                    "no packet of IPv6 carries " + payload.length() + " bytes; cut it");
        }
        ByteBuffer buffer = ByteBuffer.allocate(HEADER + payload.length());
        buffer.putInt(VERSION << 28).putShort((short) payload.length());
        buffer.put((byte) protocol).put((byte) hopLimit);
        source.putInto(buffer);
        target.putInto(buffer);
        payload.putInto(buffer);
        return Octets.of(buffer.array());
    }
}
