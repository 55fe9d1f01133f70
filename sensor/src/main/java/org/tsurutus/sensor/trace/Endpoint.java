package org.tsurutus.sensor.trace;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One end of a connection.
///
/// @param address numeric; IPv6 in lower case without brackets, shortened as RFC 5952 says
/// @param port 0 to 65535
/// @param version 4 or 6
/// @param loopback whether the address is the PC itself
public record Endpoint(String address, int port, int version, boolean loopback) {
    /// The length of an endpoint in records and facts.
    public static final int BYTES = 20;

    private static final int ADDRESS_BYTES = 16;

    /// Takes an endpoint as records and facts have it: family 4 or 6, port, 16 bytes of address.
    /// Empty for any other family.
    public static Optional<Endpoint> read(ByteBuffer bytes) {
        int family = bytes.getShort();
        int port = bytes.getShort() & 0xffff;
        byte[] raw = new byte[ADDRESS_BYTES];
        bytes.get(raw);
        return of(family, port, raw);
    }

    /// An endpoint of a family (4 or 6) with an address of 16 bytes, of which IPv4 uses the first
    /// 4.
    public static Optional<Endpoint> of(int family, int port, byte[] raw) {
        return switch (family) {
            case 4 -> Optional.of(of(Arrays.copyOf(raw, 4), port));
            case 6 -> Optional.of(of(raw, port));
            default -> Optional.empty();
        };
    }

    /// An endpoint with this address.
    public static Endpoint of(InetAddress address, int port) {
        return of(address.getAddress(), port);
    }

    /// Whether it stands for any address of the PC.
    public boolean unspecified() {
        return address.equals("0.0.0.0") || address.equals("::");
    }

    private static Endpoint of(byte[] raw, int port) {
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
