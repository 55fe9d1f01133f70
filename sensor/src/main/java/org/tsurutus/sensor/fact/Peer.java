package org.tsurutus.sensor.fact;

import java.net.InetAddress;

/// One end of a connection, or where a datagram goes.
///
/// @param address IPv4 or IPv6, without a name; asking it for one would ask the host's name server
/// @param port 0 to 65535
public record Peer(InetAddress address, int port) {}
