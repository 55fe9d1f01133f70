package org.tsurutus.network.packet;

import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tsurutus.network.NetworkException;

/// An address of IPv4.
///
/// @param bits its four bytes, the first one uppermost
public record Ipv4Address(int bits) implements IpAddress {
    /// How many bytes it has.
    public static final int LENGTH = 4;

    /// No address yet.
    public static final Ipv4Address ANY = new Ipv4Address(0);

    /// Everybody on this LAN.
    public static final Ipv4Address BROADCAST = new Ipv4Address(-1);

    private static final Pattern TEXT =
            Pattern.compile("([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})");

    /// Reads `10.0.0.1`.
    ///
    /// @throws NetworkException when it is something else
    public static Ipv4Address parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        int bits = 0;
        boolean isAddress = matcher.matches();
        for (int part = 1; isAddress && part <= LENGTH; part++) {
            int value = Integer.parseInt(matcher.group(part));
            isAddress = value <= 0xff;
            bits = bits << 8 | value;
        }
        if (!isAddress) {
            throw new NetworkException(
                    "not an IPv4 address: '" + text + "'; write it like 10.0.0.1");
        }
        return new Ipv4Address(bits);
    }

    /// The four bytes at a place.
    public static Ipv4Address at(Octets octets, int at) {
        return new Ipv4Address((int) octets.intAt(at));
    }

    @Override
    public Octets octets() {
        return Octets.of(ByteBuffer.allocate(LENGTH).putInt(bits).array());
    }

    @JsonValue
    @Override
    public String toString() {
        return (bits >>> 24)
                + "."
                + (bits >> 16 & 0xff)
                + "."
                + (bits >> 8 & 0xff)
                + "."
                + (bits & 0xff);
    }
}
