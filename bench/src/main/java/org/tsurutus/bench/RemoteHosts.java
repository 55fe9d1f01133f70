package org.tsurutus.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.tsurutus.bench.Connection.RemoteHost;

/// Hosts that terminals talk to, some far more often than others; the addresses are those that are
/// set aside for documentation.
final class RemoteHosts {
    private static final int COUNT = 600;
    private static final int[] PORTS = {443, 443, 443, 80, 445, 8080};

    private final List<RemoteHost> hosts = new ArrayList<>();
    private final Ranks ranks = Ranks.zipf(COUNT);

    RemoteHosts() {
        for (int number = 0; number < COUNT; number++) {
            String network = number % 2 == 0 ? "198.51.100." : "203.0.113.";
            hosts.add(
                    new RemoteHost(
                            Utf8.of("www" + number + ".example.com"),
                            Utf8.of(network + number / 2 % 256),
                            PORTS[number % PORTS.length]));
        }
    }

    RemoteHost draw(SplittableRandom random) {
        return hosts.get(ranks.draw(random));
    }
}
