package org.tsurutus.network.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tsurutus.network.NetworkException;
import org.tsurutus.network.packet.Ipv4Address;
import org.tsurutus.network.packet.Octets;

/// Where no policy leads by itself, from `never.tsv`: this host, networks around it, and addresses
/// that are nobody's.
final class NeverList {
    private static final List<Never> ALL = read();

    private record Never(Cidr range, String why) {}

    private NeverList() {}

    private static List<Never> read() {
        try (InputStream table =
                Objects.requireNonNull(NeverList.class.getResourceAsStream("never.tsv"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", 2))
                    .map(part -> new Never(Cidr.parse(part[0]), part[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Why an address is out of the question.
    static Optional<String> why(Ipv4Address address) {
        return ALL.stream()
                .filter(never -> never.range().contains(address))
                .map(Never::why)
                .findFirst();
    }

    /// The addresses that this host has now.
    ///
    /// @throws NetworkException when the host does not say: then nothing may go out
    static Set<Ipv4Address> ofThisHost() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address.getAddress().length == Ipv4Address.LENGTH)
                    .map(address -> Ipv4Address.at(Octets.of(address.getAddress()), 0))
                    .collect(Collectors.toSet());
        } catch (SocketException e) {
            throw new NetworkException(
                    "the host does not tell its own addresses: " + e + "; nothing goes out", e);
        }
    }
}
