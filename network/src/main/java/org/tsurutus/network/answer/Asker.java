package org.tsurutus.network.answer;

import org.tsurutus.network.endpoint.Datagram;
import org.tsurutus.network.endpoint.Ping;
import org.tsurutus.network.endpoint.TcpEnds;
import org.tsurutus.network.endpoint.TcpLink;
import org.tsurutus.network.packet.Ipv4Address;
import org.tsurutus.network.packet.MacAddress;

/// Who asks whom.
///
/// @param mac the PC's hardware address
/// @param transport `tcp`, `udp` or `icmp`
/// @param client the PC's address, as it says
/// @param clientPort its port
/// @param server whom it asks
/// @param serverPort the port there
record Asker(
        MacAddress mac,
        String transport,
        Ipv4Address client,
        int clientPort,
        Ipv4Address server,
        int serverPort) {
    static Asker of(TcpLink link) {
        TcpEnds ends = link.ends();
        return new Asker(
                link.mac(),
                "tcp",
                ends.client(),
                ends.clientPort(),
                ends.server(),
                ends.serverPort());
    }

    static Asker of(Datagram datagram) {
        return new Asker(
                datagram.mac(),
                "udp",
                datagram.client(),
                datagram.clientPort(),
                datagram.server(),
                datagram.serverPort());
    }

    static Asker of(Ping ping) {
        return new Asker(ping.mac(), "icmp", ping.client(), 0, ping.server(), 0);
    }
}
