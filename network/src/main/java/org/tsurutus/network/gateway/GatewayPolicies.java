package org.tsurutus.network.gateway;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tsurutus.network.NetworkException;
import org.tsurutus.network.packet.Ipv4Address;
import org.tsurutus.network.settings.StrictTable;

/// The gateways of a machine's configuration. There is none unless a file names it.
///
/// ```
/// [[gateway]]
/// name = "uplink"
/// bytes_per_second = 100_000
/// connections_per_minute = 60
/// connections = 64
/// tcp_ports = [80, 443]
/// udp_ports = [53]               # none if missing
/// resolver = "9.9.9.9"           # nobody if missing
/// deny = ["8.8.8.0/24"]          # beside what is always denied
/// exceptions = ["192.168.7.9/32"] # what is reached though it is always denied; none if missing
/// ```
public final class GatewayPolicies {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");
    private static final long MOST_BYTES = 1L << 30;
    private static final int MOST_BEGUN = 100_000;
    private static final int MOST_AT_ONCE = 1024;
    private static final int LAST_PORT = 65_535;

    private final Path file;
    private final List<GatewayPolicy> policies;

    private GatewayPolicies(Path file, List<GatewayPolicy> policies) {
        this.file = file;
        this.policies = List.copyOf(policies);
    }

    /// Reads a configuration.
    ///
    /// @throws NetworkException when something in it is not understood, with its place
    public static GatewayPolicies read(Path file) {
        Set<String> names = new HashSet<>();
        return new GatewayPolicies(
                file,
                StrictTable.read(
                        file, top -> top.tables("gateway", table -> policy(table, names))));
    }

    private static GatewayPolicy policy(StrictTable table, Set<String> names) {
        String name = table.required("name", table.text("name"));
        if (!NAME.matcher(name).matches()) {
            throw table.wrong(
                    "name", "a name is 1 to 32 small letters, digits and hyphens: " + name);
        }
        if (!names.add(name)) {
            throw table.wrong("name", "there is another gateway " + name);
        }
        long bytes = number(table, "bytes_per_second", MOST_BYTES);
        int begun = (int) number(table, "connections_per_minute", MOST_BEGUN);
        int atOnce = (int) number(table, "connections", MOST_AT_ONCE);
        Set<Integer> tcpPorts = ports(table, "tcp_ports");
        Set<Integer> udpPorts = ports(table, "udp_ports");
        Optional<Ipv4Address> resolver = table.text("resolver").map(text -> address(table, text));
        List<Cidr> deny = table.list("deny", String.class, Cidr::parse);
        List<Cidr> exceptions =
                table.list(
                        "exceptions", String.class, text -> GatewayPolicy.narrow(Cidr.parse(text)));
        GatewayPolicy policy =
                new GatewayPolicy(
                        name, bytes, begun, atOnce, tcpPorts, udpPorts, resolver, deny, exceptions);
        resolver.flatMap(policy::refuses)
                .ifPresent(why -> {
                    throw table.wrong("resolver", "the resolver is refused: " + why);
                });
        return policy;
    }

    private static Ipv4Address address(StrictTable table, String text) {
        try {
            return Ipv4Address.parse(text);
        } catch (NetworkException e) {
            throw table.wrong("resolver", String.valueOf(e.getMessage()));
        }
    }

    private static long number(StrictTable table, String key, long most) {
        return table.required(key, table.number(key, 1, most).stream().boxed().findFirst());
    }

    private static Set<Integer> ports(StrictTable table, String key) {
        return Set.copyOf(
                new HashSet<>(
                        table.list(
                                key,
                                Long.class,
                                port -> {
                                    if (port < 1 || port > LAST_PORT) {
                                        throw new NetworkException("no port: " + port);
                                    }
                                    return Math.toIntExact(port);
                                })));
    }

    /// The policy of a name.
    ///
    /// @throws NetworkException when there is none
    public GatewayPolicy get(String name) {
        return policies.stream()
                .filter(policy -> policy.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new NetworkException(
                                file
                                        + " has no gateway "
                                        + name
                                        + "; it has "
                                        + policies.stream().map(GatewayPolicy::name).toList()));
    }
}
