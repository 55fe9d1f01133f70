package org.tsurutus.network.packet;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tsurutus.network.NetworkException;

/// A hardware address.
///
/// @param bits its six bytes, the first one uppermost; 0 to 2⁴⁸ − 1
public record MacAddress(long bits) {
    /// How many bytes it has.
    public static final int LENGTH = 6;

    /// Everybody.
    public static final MacAddress BROADCAST = new MacAddress(0xffff_ffff_ffffL);

    /// Nobody: what an ARP request asks for.
    public static final MacAddress NONE = new MacAddress(0);

    private static final Pattern TEXT =
            Pattern.compile("[0-9A-Fa-f]{2}([:-][0-9A-Fa-f]{2}){5}|[0-9A-Fa-f]{12}");
    private static final long GROUP = 1L << 40;

    public MacAddress {
        if (bits >>> 48 != 0) {
            throw new NetworkException("a MAC address has 48 bits, this has more: " + bits);
        }
    }

    /// Reads `52:54:00:12:34:56`, with colons, hyphens or nothing between.
    ///
    /// @throws NetworkException when it is something else
    public static MacAddress parse(String text) {
        if (!TEXT.matcher(text).matches()) {
            throw new NetworkException(
                    "not a MAC address: '" + text + "'; write it like 52:54:00:12:34:56");
        }
        return new MacAddress(HexFormat.fromHexDigitsToLong(text.replaceAll("[:-]", "")));
    }

    /// The six bytes at a place.
    public static MacAddress at(Octets octets, int at) {
        return new MacAddress((long) octets.shortAt(at) << 32 | octets.intAt(at + 2));
    }

    /// Whether it means several: a multicast group or everybody.
    public boolean isGroup() {
        return (bits & GROUP) != 0;
    }

    /// Lower case, with colons.
    @JsonValue
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int shift = 40; shift >= 0; shift -= 8) {
            text.append(String.format(Locale.ROOT, "%02x", bits >> shift & 0xff));
            text.append(shift == 0 ? "" : ":");
        }
        return text.toString();
    }
}
