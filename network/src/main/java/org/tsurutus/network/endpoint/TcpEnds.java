package org.tsurutus.network.endpoint;

import org.tsurutus.network.packet.Ipv4Address;

/// A connection's two ends, as the PC that called has them.
///
/// @param client the PC's address, as it says
/// @param clientPort the PC's port
/// @param server whom it called
/// @param serverPort the port there
public record TcpEnds(Ipv4Address client, int clientPort, Ipv4Address server, int serverPort) {}
