package org.tsurutus.network.gateway;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tsurutus.network.NetworkException;
import org.tsurutus.network.packet.IpAddress;
import org.tsurutus.network.packet.Ipv4Address;
import org.tsurutus.network.packet.Ipv6Address;
import org.tsurutus.network.packet.Octets;

/// What a gateway lets out. Whatever is not allowed here is refused.
///
/// @param name what it is called
/// @param bytesPerSecond how much may go through, both ways together
/// @param connectionsPerMinute how many connections and talks over UDP may begin
/// @param connections how many may be there at once
/// @param tcpPorts which ports of TCP may be called
/// @param udpPorts which ports of UDP may be asked
/// @param resolver who answers questions about names that PCs ask us; empty for nobody
/// @param deny where nothing may go, beside loopback, private, link-local, metadata, multicast and
///   the host's own addresses, which are always denied
/// @param exceptions what of those may be reached nevertheless; `deny` counts for them, too
public record GatewayPolicy(
        String name,
        long bytesPerSecond,
        int connectionsPerMinute,
        int connections,
        Set<Integer> tcpPorts,
        Set<Integer> udpPorts,
        Optional<Ipv4Address> resolver,
        List<Cidr> deny,
        List<Cidr> exceptions) {
    private static final int WIDEST_EXCEPTION = 24;
    private static final long MAPPED = 0xffffL;

    /// @throws NetworkException when an exception is as wide as a network
    public GatewayPolicy {
        tcpPorts = Set.copyOf(tcpPorts);
        udpPorts = Set.copyOf(udpPorts);
        deny = List.copyOf(deny);
        exceptions = List.copyOf(exceptions);
        exceptions.forEach(GatewayPolicy::narrow);
    }

    /// An exception that is narrow enough.
    static Cidr narrow(Cidr exception) {
        if (exception.prefix() < WIDEST_EXCEPTION) {
            throw new NetworkException(
                    "the exception " + exception + " is too wide; /24 is the widest");
        }
        return exception;
    }

    /// Why a port of TCP may not be called; empty if it may.
    public Optional<String> refusesTcp(IpAddress target, int port) {
        return tcpPorts.contains(port)
                ? refuses(target)
                : Optional.of("TCP port " + port + " is not allowed");
    }

    /// Why a port of UDP may not be asked; empty if it may.
    public Optional<String> refusesUdp(IpAddress target, int port) {
        return udpPorts.contains(port)
                ? refuses(target)
                : Optional.of("UDP port " + port + " is not allowed");
    }

    /// Why nothing may go to an address; empty if something may.
    public Optional<String> refuses(IpAddress target) {
        return switch (target) {
            case Ipv4Address address -> refuses(address);
            case Ipv6Address address ->
                    unmapped(address)
                            .flatMap(this::refuses)
                            .or(() -> Optional.of("IPv6 is not forwarded"));
        };
    }

    private static Optional<Ipv4Address> unmapped(Ipv6Address address) {
        Octets octets = address.octets();
        boolean isMapped = address.upper() == 0 && address.lower() >>> 32 == MAPPED;
        return isMapped ? Optional.of(Ipv4Address.at(octets, 12)) : Optional.empty();
    }

    private Optional<String> refuses(Ipv4Address address) {
        Optional<String> denied =
                deny.stream()
                        .filter(range -> range.contains(address))
                        .map(range -> "denied by the policy: " + range)
                        .findFirst();
        if (denied.isPresent() || exceptions.stream().anyMatch(e -> e.contains(address))) {
            return denied;
        }
        return NeverList.why(address)
                .or(() ->
                        NeverList.ofThisHost().contains(address)
                                ? Optional.of("this host's own address")
                                : Optional.empty());
    }
}
