package org.tsurutus.network.answer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tsurutus.network.endpoint.DhcpLease;
import org.tsurutus.network.endpoint.LanPlan;
import org.tsurutus.network.packet.Ipv4Address;
import org.tsurutus.network.packet.Octets;

/// Which name has which address: PCs have theirs, every other name one of 198.18.0.0/15 (RFC 2544)
/// that follows from the name. Two names of the same address are rare; the later one gets the next
/// address that is free.
final class DnsNames {
    private static final int FIRST = 198 << 24 | 18 << 16;
    private static final int ADDRESSES = 1 << 17;
    private static final int MOST = 32_768;

    private final LanPlan plan;
    private final Map<String, Ipv4Address> addresses = new HashMap<>();
    private final Map<Ipv4Address, String> names = new HashMap<>();

    DnsNames(LanPlan plan) {
        this.plan = plan;
    }

    /// The address of a name.
    Ipv4Address address(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (DhcpLease lease : plan.leases()) {
            String pc = lease.name().toLowerCase(Locale.ROOT);
            if (lower.equals(pc) || (lower.startsWith(pc + ".") && isLocal(lower))) {
                return lease.address();
            }
        }
        Ipv4Address known = addresses.get(lower);
        return known == null ? choose(lower) : known;
    }

    private static boolean isLocal(String name) {
        return name.endsWith(".local") || name.endsWith(".lan");
    }

    private Ipv4Address choose(String name) {
        int number = hash(name);
        while (names.containsKey(at(number)) || !isUsual(number)) {
            number = (number + 1) % ADDRESSES;
        }
        if (names.size() < MOST) {
            addresses.put(name, at(number));
            names.put(at(number), name);
        }
        return at(number);
    }

    private static Ipv4Address at(int number) {
        return new Ipv4Address(FIRST + number);
    }

    /// Ends neither in 0 nor in 255.
    private static boolean isUsual(int number) {
        int last = number & 0xff;
        return last != 0 && last != 0xff;
    }

    private static int hash(String name) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(name.getBytes(StandardCharsets.UTF_8));
            return (int) (Octets.of(digest).intAt(0) % ADDRESSES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// The name that was answered with an address, or the PC that has it.
    Optional<String> name(Ipv4Address address) {
        return plan.leases().stream()
                .filter(lease -> lease.address().equals(address))
                .map(DhcpLease::name)
                .findFirst()
                .or(() -> Optional.ofNullable(names.get(address)));
    }
}
