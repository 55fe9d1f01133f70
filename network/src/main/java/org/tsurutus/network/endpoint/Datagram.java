package org.tsurutus.network.endpoint;

import org.tsurutus.network.packet.Ipv4Address;
import org.tsurutus.network.packet.MacAddress;
import org.tsurutus.network.packet.Octets;

/// A datagram from a PC, or to one.
///
/// @param mac the PC's hardware address
/// @param client the PC's address, as it says
/// @param clientPort the PC's port
/// @param server whom the PC talks to
/// @param serverPort the port there
/// @param payload what is said
public record Datagram(
        MacAddress mac,
        Ipv4Address client,
        int clientPort,
        Ipv4Address server,
        int serverPort,
        Octets payload) {
    /// The same two, and something else that is said.
    public Datagram with(Octets other) {
        return new Datagram(mac, client, clientPort, server, serverPort, other);
    }
}
