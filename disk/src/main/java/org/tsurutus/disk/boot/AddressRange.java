package org.tsurutus.disk.boot;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import org.tsurutus.disk.DiskException;

/// Addresses that PCs are given, in their order.
///
/// @param first the first PC's
/// @param last not before `first`
public record AddressRange(Inet4Address first, Inet4Address last) {
    /// @throws DiskException when the last comes before the first
    public AddressRange {
        if (number(last) < number(first)) {
            throw new DiskException(
                    "the addresses from "
                            + first.getHostAddress()
                            + " to "
                            + last.getHostAddress()
                            + " are none; name the lower one first");
        }
    }

    /// A range written as `172.31.77.10-172.31.77.90`.
    ///
    /// @throws DiskException when it is not written so
    public static AddressRange parse(String text) {
        String[] ends = text.split("-", -1);
        try {
            if (ends.length == 2) {
                return new AddressRange(
                        Inet4Address.ofLiteral(ends[0]), Inet4Address.ofLiteral(ends[1]));
            }
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw new DiskException(
                "\"" + text + "\" is no range; write it as 172.31.77.10-172.31.77.90");
    }

    /// How many there are.
    public long size() {
        return number(last) - number(first) + 1;
    }

    /// The address at a place from 0 on.
    Inet4Address at(int place) {
        byte[] bytes = ByteBuffer.allocate(4).putInt((int) (number(first) + place)).array();
        try {
            return (Inet4Address) InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    /// Whether an address is one of them.
    public boolean contains(Inet4Address address) {
        return number(first) <= number(address) && number(address) <= number(last);
    }

    static long number(Inet4Address address) {
        return ByteBuffer.wrap(address.getAddress()).getInt() & 0xffff_ffffL;
    }
}
