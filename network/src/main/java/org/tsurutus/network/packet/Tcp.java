package org.tsurutus.network.packet;

import java.nio.ByteBuffer;
import java.util.OptionalInt;

/// A segment of TCP.
///
/// @param sourcePort the sender's port
/// @param targetPort the receiver's port
/// @param sequence the number of its first byte, 0 to 2³² − 1
/// @param acknowledgement the number of the byte that is expected next
/// @param flags what it is for
/// @param window how many bytes may be sent, not scaled
/// @param maximumSegmentSize the longest payload that the sender takes, if it says so; of the
///   options this alone is read and built
/// @param payload what it carries
public record Tcp(
        int sourcePort,
        int targetPort,
        long sequence,
        long acknowledgement,
        TcpFlags flags,
        int window,
        OptionalInt maximumSegmentSize,
        Octets payload)
        implements Segment {
    /// The number of TCP.
    public static final int PROTOCOL = 6;

    private static final int HEADER = 20;
    private static final int CHECKSUM_AT = 16;
    private static final int END_OF_OPTIONS = 0;
    private static final int NO_OPERATION = 1;
    private static final int MAXIMUM_SEGMENT_SIZE = 2;
    private static final int MAXIMUM_SEGMENT_SIZE_LENGTH = 4;

    static Segment read(Octets segment) {
        if (segment.length() < HEADER) {
            return new Malformed("TCP", "shorter than its header");
        }
        int header = (segment.byteAt(12) >> 4) * 4;
        if (header < HEADER || header > segment.length()) {
            return new Malformed("TCP", "its header goes beyond its end");
        }
        return new Tcp(
                segment.shortAt(0),
                segment.shortAt(2),
                segment.intAt(4),
                segment.intAt(8),
                new TcpFlags(segment.byteAt(13)),
                segment.shortAt(14),
                maximumSegmentSize(segment.slice(HEADER, header - HEADER)),
                segment.from(header));
    }

    /// Options that are broken hide those behind them, as for any receiver.
    private static OptionalInt maximumSegmentSize(Octets options) {
        int at = 0;
        while (at < options.length() && options.byteAt(at) != END_OF_OPTIONS) {
            int kind = options.byteAt(at);
            int length = 1;
            if (kind != NO_OPERATION) {
                length = at + 1 < options.length() ? options.byteAt(at + 1) : 0;
                if (length < 2 || at + length > options.length()) {
                    return OptionalInt.empty();
                }
            }
            if (kind == MAXIMUM_SEGMENT_SIZE && length == MAXIMUM_SEGMENT_SIZE_LENGTH) {
                return OptionalInt.of(options.shortAt(at + 2));
            }
            at += length;
        }
        return OptionalInt.empty();
    }

    /// Whether a flag is set.
    public boolean has(TcpFlag flag) {
        return flags.has(flag);
    }

    /// Its bytes, with their checksum.
    ///
    /// @param source who sends it
    /// @param target who shall get it
    public Octets octets(IpAddress source, IpAddress target) {
        int header = HEADER + (maximumSegmentSize.isPresent() ? MAXIMUM_SEGMENT_SIZE_LENGTH : 0);
        ByteBuffer buffer = ByteBuffer.allocate(header + payload.length());
        buffer.putShort((short) sourcePort).putShort((short) targetPort);
        buffer.putInt((int) sequence).putInt((int) acknowledgement);
        buffer.put((byte) ((header / 4) << 4)).put((byte) flags.bits());
        buffer.putShort((short) window).putInt(0);
        maximumSegmentSize.ifPresent(size ->
                buffer.put((byte) MAXIMUM_SEGMENT_SIZE)
                        .put((byte) MAXIMUM_SEGMENT_SIZE_LENGTH)
                        .putShort((short) size));
        payload.putInto(buffer);
        buffer.putShort(
                CHECKSUM_AT,
                (short) Checksum.of(source, target, PROTOCOL, Octets.of(buffer.array())));
        return Octets.of(buffer.array());
    }
}
