package org.tsurutus.network.packet;

import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;

/// An address of IPv6.
///
/// @param upper its first eight bytes
/// @param lower its last eight bytes
public record Ipv6Address(long upper, long lower) implements IpAddress {
    /// How many bytes it has.
    public static final int LENGTH = 16;

    private static final int GROUPS = 8;

    /// The sixteen bytes at a place.
    public static Ipv6Address at(Octets octets, int at) {
        return new Ipv6Address(octets.longAt(at), octets.longAt(at + 8));
    }

    @Override
    public Octets octets() {
        return Octets.of(ByteBuffer.allocate(LENGTH).putLong(upper).putLong(lower).array());
    }

    /// As RFC 5952 writes it: lower case, the longest run of zeros as `::`.
    @JsonValue
    @Override
    public String toString() {
        int gap = 0;
        int gapLength = 0;
        for (int first = 0; first < GROUPS; first++) {
            int zeros = zerosFrom(first);
            if (zeros > gapLength && zeros > 1) {
                gap = first;
                gapLength = zeros;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < GROUPS; at++) {
            if (gapLength > 0 && at == gap) {
                text.append("::");
                at += gapLength - 1;
            } else {
                text.append(at == 0 || text.charAt(text.length() - 1) == ':' ? "" : ":");
                text.append(Integer.toHexString(group(at)));
            }
        }
        return text.toString();
    }

    private int zerosFrom(int first) {
        int at = first;
        while (at < GROUPS && group(at) == 0) {
            at++;
        }
        return at - first;
    }

    private int group(int at) {
        long half = at < GROUPS / 2 ? upper : lower;
        return (int) (half >>> (48 - 16 * (at % 4))) & 0xffff;
    }
}
