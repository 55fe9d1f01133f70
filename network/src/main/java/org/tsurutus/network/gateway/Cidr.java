package org.tsurutus.network.gateway;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tsurutus.network.NetworkException;
import org.tsurutus.network.packet.Ipv4Address;

/// Addresses that have their first bits in common.
///
/// @param start one of them
/// @param prefix how many bits, 0 to 32
public record Cidr(Ipv4Address start, int prefix) {
    private static final Pattern TEXT = Pattern.compile("([0-9.]{7,15})/([0-9]{1,2})");

    public Cidr {
        if (prefix < 0 || prefix > Integer.SIZE) {
            throw new NetworkException("a prefix is 0 to 32 bits long, not " + prefix);
        }
    }

    /// Reads `10.0.0.0/8`.
    ///
    /// @throws NetworkException when it is something else
    public static Cidr parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new NetworkException(
                    "not a range of addresses: '" + text + "'; write it like 10.0.0.0/8");
        }
        return new Cidr(Ipv4Address.parse(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /// Whether an address is one of them.
    public boolean contains(Ipv4Address address) {
        return prefix == 0 || (address.bits() ^ start.bits()) >>> (Integer.SIZE - prefix) == 0;
    }

    @Override
    public String toString() {
        return start + "/" + prefix;
    }
}
