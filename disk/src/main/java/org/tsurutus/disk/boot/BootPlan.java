package org.tsurutus.disk.boot;

import java.net.Inet4Address;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tsurutus.disk.DiskException;

/// Which PCs boot where. Nobody else is answered.
///
/// @param at the only interface that is listened at
/// @param port where scripts are asked for; 0 takes a free one
/// @param range the PCs' addresses: the first PC has the first, and so on
/// @param pcs names and cards each once
/// @param router the way out of the network, if PCs are to have one
/// @param nameServers what PCs may ask for names, if anything
public record BootPlan(
        HostInterface at,
        int port,
        AddressRange range,
        List<BootPc> pcs,
        Optional<Inet4Address> router,
        List<Inet4Address> nameServers) {
    /// Where scripts are asked for unless somebody says otherwise.
    public static final int PORT = 8067;

    /// @throws DiskException when the range is too small or holds this host, or a PC comes twice
    public BootPlan {
        pcs = List.copyOf(pcs);
        nameServers = List.copyOf(nameServers);
        if (range.size() < pcs.size() || range.contains(at.address())) {
            throw new DiskException(
                    "the "
                            + range.size()
                            + " addresses from "
                            + range.first().getHostAddress()
                            + " on cannot serve "
                            + pcs.size()
                            + " PCs; name as many, without this host's "
                            + at.address().getHostAddress());
        }
        Set<Object> seen = new HashSet<>();
        for (BootPc pc : pcs) {
            if (!seen.add(pc.name()) || !seen.add(pc.mac())) {
                throw new DiskException(
                        "the PC " + pc.name() + " (" + pc.mac() + ") is listed twice; remove one");
            }
        }
    }

    /// A network without a way out.
    public BootPlan(HostInterface at, AddressRange range, List<BootPc> pcs) {
        this(at, PORT, range, pcs, Optional.empty(), List.of());
    }

    /// A PC of this plan.
    public Optional<BootPc> pc(String name) {
        return pcs.stream().filter(pc -> pc.name().equals(name)).findFirst();
    }

    /// The address of a PC of this plan.
    public Inet4Address address(BootPc pc) {
        return range.at(pcs.indexOf(pc));
    }
}
