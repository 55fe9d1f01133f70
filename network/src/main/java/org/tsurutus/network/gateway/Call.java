package org.tsurutus.network.gateway;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.tsurutus.network.endpoint.Datagram;
import org.tsurutus.network.endpoint.TcpLink;
import org.tsurutus.network.packet.Ipv4Address;
import org.tsurutus.network.packet.MacAddress;

/// Who calls whom.
record Call(
        MacAddress mac,
        String transport,
        Ipv4Address client,
        int clientPort,
        Ipv4Address server,
        int serverPort) {
    static Call of(TcpLink link) {
        return new Call(
                link.mac(),
                "tcp",
                link.ends().client(),
                link.ends().clientPort(),
                link.ends().server(),
                link.ends().serverPort());
    }

    static Call of(Datagram datagram) {
        return new Call(
                datagram.mac(),
                "udp",
                datagram.client(),
                datagram.clientPort(),
                datagram.server(),
                datagram.serverPort());
    }

    /// An address as the host's sockets want it; no name server is asked.
    static InetSocketAddress socketAddress(Ipv4Address address, int port) {
        try {
            return new InetSocketAddress(
                    InetAddress.getByAddress(address.octets().toArray()), port);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
