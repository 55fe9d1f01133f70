package org.tsurutus.network.packet;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.tsurutus.network.NetworkException;

/// A packet of IPv4.
///
/// @param source who says to have sent it
/// @param target who shall get it
/// @param protocol what it carries
/// @param timeToLive how many routers may still pass it on
/// @param identification the same in all parts of a packet that was cut
/// @param dontFragment whether nobody may cut it
/// @param moreFragments whether other parts follow
/// @param fragmentOffset where this part belongs, in bytes, a multiple of 8; 0 if it is whole
/// @param options what stands between header and payload; a multiple of 4, 40 bytes at most
/// @param payload what it carries, without padding
public record Ipv4(
        Ipv4Address source,
        Ipv4Address target,
        int protocol,
        int timeToLive,
        int identification,
        boolean dontFragment,
        boolean moreFragments,
        int fragmentOffset,
        Octets options,
        Octets payload)
        implements Ip {
    /// Its EtherType.
    public static final int TYPE = 0x0800;

    private static final String LAYER = "IPv4";
    private static final int HEADER = 20;
    private static final int MOST_OPTIONS = 40;
    private static final int USUAL_TIME_TO_LIVE = 64;
    private static final int VERSION = 4;
    private static final int CHECKSUM_AT = 10;
    private static final int DONT_FRAGMENT = 0x4000;
    private static final int MORE_FRAGMENTS = 0x2000;
    private static final int OFFSET = 0x1fff;

    /// A whole packet without options, as PCs send it.
    public static Ipv4 of(Ipv4Address source, Ipv4Address target, int protocol, Octets payload) {
        return new Ipv4(
                source,
                target,
                protocol,
                USUAL_TIME_TO_LIVE,
                0,
                true,
                false,
                0,
                Octets.NONE,
                payload);
    }

    static Packet read(Octets packet) {
        if (packet.length() < HEADER || packet.byteAt(0) >> 4 != VERSION) {
            return new Malformed(LAYER, "no header of version 4");
        }
        int header = (packet.byteAt(0) & 0xf) * 4;
        int total = packet.shortAt(2);
        if (header < HEADER || header > total || total > packet.length()) {
            return new Malformed(LAYER, "its lengths go beyond its end");
        }
        if (Checksum.of(packet.slice(0, header)) != 0) {
            return new Malformed(LAYER, "the checksum of its header is wrong");
        }
        int cut = packet.shortAt(6);
        int offset = (cut & OFFSET) * 8;
        if (offset + total - header > 0xffff) {
            return new Malformed(LAYER, "a part beyond the end of any packet");
        }
        return new Ipv4(
                Ipv4Address.at(packet, 12),
                Ipv4Address.at(packet, 16),
                packet.byteAt(9),
                packet.byteAt(8),
                packet.shortAt(4),
                (cut & DONT_FRAGMENT) != 0,
                (cut & MORE_FRAGMENTS) != 0,
                offset,
                packet.slice(HEADER, header - HEADER),
                packet.slice(header, total - header));
    }

    @Override
    public Optional<Fragment> fragment() {
        return moreFragments || fragmentOffset > 0
                ? Optional.of(new Fragment(identification, fragmentOffset, moreFragments, payload))
                : Optional.empty();
    }

    /// Its bytes, with the checksum of its header.
    ///
    /// @throws NetworkException when it is too long for a packet, or its options for a header
    public Octets octets() {
        int header = HEADER + options.length();
        int total = header + payload.length();
        if (options.length() > MOST_OPTIONS || options.length() % 4 != 0 || total > 0xffff) {
            throw new NetworkException(
                    "no packet of IPv4 has "
                            + options.length()
                            + " bytes of options and "
                            + payload.length()
                            + " of payload; cut it");
        }
        ByteBuffer buffer = ByteBuffer.allocate(total);
        buffer.put((byte) ((VERSION << 4) | (header / 4))).put((byte) 0).putShort((short) total);
        buffer.putShort((short) identification)
                .putShort(
                        (short)
                                ((dontFragment ? DONT_FRAGMENT : 0)
                                        | (moreFragments ? MORE_FRAGMENTS : 0)
                                        | fragmentOffset / 8));
        buffer.put((byte) timeToLive).put((byte) protocol).putShort((short) 0);
        source.putInto(buffer);
        target.putInto(buffer);
        options.putInto(buffer);
        buffer.putShort(CHECKSUM_AT, (short) Checksum.of(Octets.of(buffer.array(), 0, header)));
        payload.putInto(buffer);
        return Octets.of(buffer.array());
    }
}
