package org.tsurutus.network.packet;

import java.nio.ByteBuffer;

/// A ping or the answer to one.
///
/// @param isReply whether it answers
/// @param identifier whose pings these are
/// @param sequence which of them
/// @param payload what must come back as it is
public record IcmpEcho(boolean isReply, int identifier, int sequence, Octets payload)
        implements Segment {
    /// The number of ICMP.
    public static final int PROTOCOL = 1;

    private static final int HEADER = 8;
    private static final int REPLY = 0;
    private static final int REQUEST = 8;

    static Segment read(Octets segment) {
        if (segment.length() < HEADER) {
            return new Malformed("ICMP", "shorter than its header");
        }
        int type = segment.byteAt(0);
        if (segment.byteAt(1) != 0 || (type != REPLY && type != REQUEST)) {
            return new Unread(PROTOCOL, segment);
        }
        return new IcmpEcho(
                type == REPLY, segment.shortAt(4), segment.shortAt(6), segment.from(HEADER));
    }

    /// The answer to this ping.
    public IcmpEcho reply() {
        return new IcmpEcho(true, identifier, sequence, payload);
    }

    /// Its bytes, with their checksum.
    public Octets octets() {
        ByteBuffer buffer = ByteBuffer.allocate(HEADER + payload.length());
        buffer.put((byte) (isReply ? REPLY : REQUEST)).put((byte) 0).putShort((short) 0);
        buffer.putShort((short) identifier).putShort((short) sequence);
        payload.putInto(buffer);
        buffer.putShort(2, (short) Checksum.of(Octets.of(buffer.array())));
        return Octets.of(buffer.array());
    }
}
