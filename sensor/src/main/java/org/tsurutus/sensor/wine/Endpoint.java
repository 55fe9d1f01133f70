package org.tsurutus.sensor.wine;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tsurutus.sensor.trace.TraceBytes;

/// The far end of a connection.
///
/// @param address numeric; IPv6 in lower case without brackets, shortened as RFC 5952 says
/// @param port 0 to 65535
/// @param version 4 or 6
/// @param loopback whether the address is the PC itself
public record Endpoint(String address, int port, int version, boolean loopback) {
    private static final int FAMILY_IPV4 = 2;
    private static final int FAMILY_IPV6_UNIX = 10;
    private static final int FAMILY_IPV6_WINDOWS = 23;
    private static final int ADDRESS_AT = 8;

    /// Reads the input of the connect request: length and mode in 4 bytes each, then a `sockaddr`.
    /// Empty for another address family.
    static Optional<Endpoint> ofConnect(TraceBytes input) {
        ByteBuffer bytes = input.bytes();
        if (bytes.limit() < ADDRESS_AT + 4) {
            return Optional.empty();
        }
        int family = bytes.getShort(ADDRESS_AT);
        int port = bytes.duplicate().order(ByteOrder.BIG_ENDIAN).getShort(ADDRESS_AT + 2) & 0xffff;
        if (family == FAMILY_IPV4 && bytes.limit() >= ADDRESS_AT + 8) {
            return Optional.of(of(bytes, ADDRESS_AT + 4, 4, port));
        }
        if ((family == FAMILY_IPV6_UNIX || family == FAMILY_IPV6_WINDOWS)
                && bytes.limit() >= ADDRESS_AT + 24) {
            return Optional.of(of(bytes, ADDRESS_AT + 8, 16, port));
        }
        return Optional.empty();
    }

    private static Endpoint of(ByteBuffer bytes, int offset, int size, int port) {
        byte[] raw = new byte[size];
        bytes.get(offset, raw);
        try {
            InetAddress address = InetAddress.getByAddress(raw);
            return address instanceof Inet6Address
                    ? new Endpoint(shortened(raw), port, 6, address.isLoopbackAddress())
                    : new Endpoint(address.getHostAddress(), port, 4, address.isLoopbackAddress());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }

    private static String shortened(byte[] raw) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < raw.length; i += 2) {
            int word = ((raw[i] & 0xff) << 8) | (raw[i + 1] & 0xff);
            words.add(String.format(Locale.ROOT, "%x", word));
        }
        int from = 0;
        int length = 0;
        for (int i = 0; i < words.size(); i++) {
            int end = i;
            while (end < words.size() && words.get(end).equals("0")) {
                end++;
            }
            if (end - i > length) {
                from = i;
                length = end - i;
            }
        }
        if (length < 2) {
            return String.join(":", words);
        }
        return String.join(":", words.subList(0, from))
                + "::"
                + String.join(":", words.subList(from + length, words.size()));
    }
}
