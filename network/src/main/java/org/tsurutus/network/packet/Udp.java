package org.tsurutus.network.packet;

import java.nio.ByteBuffer;
import org.tsurutus.network.NetworkException;

/// A datagram of UDP.
///
/// @param sourcePort the sender's port
/// @param targetPort the receiver's port
/// @param payload what it carries
public record Udp(int sourcePort, int targetPort, Octets payload) implements Segment {
    /// The number of UDP.
    public static final int PROTOCOL = 17;

    private static final int HEADER = 8;
    private static final int CHECKSUM_AT = 6;

    static Segment read(Octets segment) {
        if (segment.length() < HEADER) {
            return new Malformed("UDP", "shorter than its header");
        }
        int length = segment.shortAt(4);
        if (length < HEADER || length > segment.length()) {
            return new Malformed("UDP", "its length goes beyond its end");
        }
        return new Udp(
                segment.shortAt(0), segment.shortAt(2), segment.slice(HEADER, length - HEADER));
    }

    /// Whether a datagram has a checksum; over IPv4 it may have none.
    static boolean isSummed(Octets segment) {
        return segment.shortAt(CHECKSUM_AT) != 0;
    }

    /// A datagram that was read, without what follows it.
    static Octets whole(Octets segment) {
        return segment.slice(0, segment.shortAt(4));
    }

    /// Its bytes, with their checksum.
    ///
    /// @param source who sends it
    /// @param target who shall get it
    /// @throws NetworkException when it is too long for a datagram
    public Octets octets(IpAddress source, IpAddress target) {
        int length = HEADER + payload.length();
        if (length > 0xffff) {
            throw new NetworkException(
                    "no datagram carries " + payload.length() + " bytes; send several");
        }
        ByteBuffer buffer = ByteBuffer.allocate(length);
        buffer.putShort((short) sourcePort).putShort((short) targetPort);
        buffer.putShort((short) length).putShort((short) 0);
        payload.putInto(buffer);
        int sum = Checksum.of(source, target, PROTOCOL, Octets.of(buffer.array()));
        // zero would say that there is none
        buffer.putShort(CHECKSUM_AT, (short) (sum == 0 ? 0xffff : sum));
        return Octets.of(buffer.array());
    }
}
