package org.tsurutus.network.endpoint;

import java.util.List;
import java.util.Optional;
import org.tsurutus.network.NetworkException;
import org.tsurutus.network.packet.Ipv4Address;
import org.tsurutus.network.packet.MacAddress;

/// Who has which address on a run's LAN.
///
/// @param own our own end: the PCs' way out, their name server and who gives them addresses
/// @param prefix how many bits all addresses of the LAN have in common, 8 to 30
/// @param leases the PCs
public record LanPlan(Ipv4Address own, int prefix, List<DhcpLease> leases) {
    /// The hardware address of our own end. It is made up by us, as its second bit says.
    public static final MacAddress MAC = new MacAddress(0x0254_5355_0001L);

    private static final int SHORTEST_PREFIX = 8;
    private static final int LONGEST_PREFIX = 30;

    /// @throws NetworkException when an address is outside the LAN or has two owners
    public LanPlan {
        leases = List.copyOf(leases);
        if (prefix < SHORTEST_PREFIX || prefix > LONGEST_PREFIX) {
            throw new NetworkException("a LAN's prefix is 8 to 30 bits long, not " + prefix);
        }
        int mask = -1 << (Integer.SIZE - prefix);
        for (DhcpLease lease : leases) {
            int bits = lease.address().bits();
            boolean isInside = (bits & mask) == (own.bits() & mask);
            boolean isHost = (bits & ~mask) != 0 && (bits | mask) != -1;
            if (!isInside || !isHost || lease.address().equals(own)) {
                throw new NetworkException(
                        lease.name()
                                + " cannot have the address "
                                + lease.address()
                                + "; give it one of its own in the LAN of "
                                + own
                                + "/"
                                + prefix);
            }
        }
        if (leases.stream().map(DhcpLease::address).distinct().count() < leases.size()
                || leases.stream().map(DhcpLease::mac).distinct().count() < leases.size()) {
            throw new NetworkException("two PCs have the same address; give each one of its own");
        }
    }

    /// Which bits all addresses have in common.
    public Ipv4Address mask() {
        return new Ipv4Address(-1 << (Integer.SIZE - prefix));
    }

    /// Everybody of this LAN.
    public Ipv4Address broadcast() {
        return new Ipv4Address(own.bits() | ~mask().bits());
    }

    /// Whether an address belongs to this LAN.
    public boolean isInside(Ipv4Address address) {
        return ((address.bits() ^ own.bits()) & mask().bits()) == 0;
    }

    /// The PC of a hardware address.
    public Optional<DhcpLease> lease(MacAddress mac) {
        return leases.stream().filter(lease -> lease.mac().equals(mac)).findFirst();
    }

    /// What the owner of a hardware address is called: the PC's name, or the address itself.
    public String nameOf(MacAddress mac) {
        return lease(mac).map(DhcpLease::name).orElseGet(mac::toString);
    }
}
