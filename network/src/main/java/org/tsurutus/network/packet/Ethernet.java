package org.tsurutus.network.packet;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A frame of Ethernet II, without its check sequence.
///
/// @param target who shall get it
/// @param source who says to have sent it
/// @param tags the 802.1Q tags (priority and VLAN), outermost first; two at most
/// @param type the EtherType of what it carries; below 1536 the length of an 802.3 frame
/// @param payload what it carries, with the padding of short frames
public record Ethernet(
        MacAddress target, MacAddress source, List<Integer> tags, int type, Octets payload) {
    /// Addresses and type: the shortest frame there is.
    public static final int HEADER = 14;

    private static final int CUSTOMER_TAG = 0x8100;
    private static final int SERVICE_TAG = 0x88a8;
    private static final int MOST_TAGS = 2;
    private static final int TAG_LENGTH = 4;

    public Ethernet {
        tags = List.copyOf(tags);
    }

    /// A frame without tags.
    public static Ethernet of(MacAddress source, MacAddress target, int type, Octets payload) {
        return new Ethernet(target, source, List.of(), type, payload);
    }

    /// Reads a frame.
    ///
    /// @return empty if it ends before its type
    public static Optional<Ethernet> read(Octets frame) {
        List<Integer> tags = new ArrayList<>(0);
        int at = HEADER - 2;
        while (at + 2 <= frame.length()) {
            int type = frame.shortAt(at);
            boolean isTag = type == CUSTOMER_TAG || type == SERVICE_TAG;
            if (!isTag || tags.size() == MOST_TAGS) {
                return Optional.of(
                        new Ethernet(
                                MacAddress.at(frame, 0),
                                MacAddress.at(frame, MacAddress.LENGTH),
                                tags,
                                type,
                                frame.from(at + 2)));
            }
            if (at + TAG_LENGTH > frame.length()) {
                return Optional.empty();
            }
            tags.add(frame.shortAt(at + 2));
            at += TAG_LENGTH;
        }
        return Optional.empty();
    }

    /// What it carries, read.
    public Packet packet() {
        return switch (type) {
            case Ipv4.TYPE -> Ipv4.read(payload);
            case Arp.TYPE -> Arp.read(payload);
            case Ipv6.TYPE -> Ipv6.read(payload);
            default -> new Unread(type, payload);
        };
    }

    /// Its bytes, without padding: the network card of a virtual PC pads what is short.
    public Octets octets() {
        ByteBuffer buffer =
                ByteBuffer.allocate(HEADER + TAG_LENGTH * tags.size() + payload.length());
        put(buffer, target);
        put(buffer, source);
        for (int tag : tags) {
            buffer.putShort((short) CUSTOMER_TAG).putShort((short) tag);
        }
        buffer.putShort((short) type);
        payload.putInto(buffer);
        return Octets.of(buffer.array());
    }

    static void put(ByteBuffer buffer, MacAddress address) {
        buffer.putShort((short) (address.bits() >>> 32)).putInt((int) address.bits());
    }
}
