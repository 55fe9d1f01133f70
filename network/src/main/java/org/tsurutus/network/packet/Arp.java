package org.tsurutus.network.packet;

import java.nio.ByteBuffer;

/// A question or an answer: which hardware address has this address of IPv4?
///
/// @param operation [#REQUEST], [#REPLY] or something else
/// @param senderMac who speaks
/// @param sender the speaker's address; [Ipv4Address#ANY] if it only probes
/// @param targetMac who is spoken to; in requests nobody
/// @param target whose address is asked for
public record Arp(
        int operation,
        MacAddress senderMac,
        Ipv4Address sender,
        MacAddress targetMac,
        Ipv4Address target)
        implements Packet {
    /// Its EtherType.
    public static final int TYPE = 0x0806;

    public static final int REQUEST = 1;
    public static final int REPLY = 2;

    private static final int LENGTH = 28;
    private static final int ETHERNET = 1;
    private static final int LENGTHS = MacAddress.LENGTH << 8 | Ipv4Address.LENGTH;

    /// Asks who has an address.
    public static Arp request(MacAddress senderMac, Ipv4Address sender, Ipv4Address target) {
        return new Arp(REQUEST, senderMac, sender, MacAddress.NONE, target);
    }

    /// The answer to this request.
    ///
    /// @param mac who has the address that was asked for
    public Arp reply(MacAddress mac) {
        return new Arp(
                REPLY,
                /* senderMac= */ mac,
                /* sender= */ target,
                /* targetMac= */ senderMac,
                /* target= */ sender);
    }

    static Packet read(Octets packet) {
        if (packet.length() < LENGTH) {
            return new Malformed("ARP", "shorter than " + LENGTH + " bytes");
        }
        if (packet.shortAt(0) != ETHERNET
                || packet.shortAt(2) != Ipv4.TYPE
                || packet.shortAt(4) != LENGTHS) {
            return new Malformed("ARP", "not about Ethernet and IPv4");
        }
        return new Arp(
                packet.shortAt(6),
                MacAddress.at(packet, 8),
                Ipv4Address.at(packet, 14),
                MacAddress.at(packet, 18),
                Ipv4Address.at(packet, 24));
    }

    /// Its bytes.
    public Octets octets() {
        ByteBuffer buffer = ByteBuffer.allocate(LENGTH);
        buffer.putShort((short) ETHERNET).putShort((short) Ipv4.TYPE).putShort((short) LENGTHS);
        buffer.putShort((short) operation);
        Ethernet.put(buffer, senderMac);
        sender.putInto(buffer);
        Ethernet.put(buffer, targetMac);
        target.putInto(buffer);
        return Octets.of(buffer.array());
    }
}
