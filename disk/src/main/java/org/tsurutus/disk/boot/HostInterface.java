package org.tsurutus.disk.boot;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tsurutus.disk.DiskException;

/// The one interface of this host at which PCs boot.
///
/// @param name such as `br0`
/// @param address this host's there
/// @param local this host's unique local address (`fd…`), if it has one: iPXE then need not wait 12
///   s for a router of IPv6 to speak up
public record HostInterface(String name, Inet4Address address, Optional<Inet6Address> local) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,15}");

    /// @throws DiskException when the name is none
    public HostInterface {
        if (!NAME.matcher(name).matches()) {
            throw new DiskException("\"" + name + "\" is no interface; `ip link` lists them");
        }
    }

    /// An interface without IPv6.
    public HostInterface(String name, Inet4Address address) {
        this(name, address, Optional.empty());
    }

    /// Finds this host's address in the network of a range.
    ///
    /// @throws DiskException when there is no such interface, or it has no address there
    public static HostInterface find(String name, AddressRange range) {
        try {
            NetworkInterface found = NetworkInterface.getByName(name);
            if (found != null) {
                for (InterfaceAddress each : found.getInterfaceAddresses()) {
                    if (each.getAddress() instanceof Inet4Address own
                            && reaches(own, each.getNetworkPrefixLength(), range)) {
                        return new HostInterface(name, own, local(found));
                    }
                }
            }
        } catch (SocketException e) {
            throw new DiskException("cannot look at the interface " + name + ": " + e, e);
        }
        throw new DiskException(
                "no interface "
                        + name
                        + " has an address in the network of "
                        + range.first().getHostAddress()
                        + "; `ip address` shows what there is");
    }

    /// Java knows the older kind of local address only, fec0::.
    private static Optional<Inet6Address> local(NetworkInterface found) {
        return found.inetAddresses()
                .filter(address -> (address.getAddress()[0] & 0xff) == 0xfd)
                .filter(Inet6Address.class::isInstance)
                .map(Inet6Address.class::cast)
                .findFirst();
    }

    private static boolean reaches(Inet4Address own, short prefix, AddressRange range) {
        long mask = 0xffff_ffffL << (32 - prefix) & 0xffff_ffffL;
        long network = AddressRange.number(own) & mask;
        return (AddressRange.number(range.first()) & mask) == network
                && (AddressRange.number(range.last()) & mask) == network;
    }
}
