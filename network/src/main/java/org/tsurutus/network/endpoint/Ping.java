package org.tsurutus.network.endpoint;

import org.tsurutus.network.packet.Ipv4Address;
import org.tsurutus.network.packet.MacAddress;

/// A ping from a PC.
///
/// @param mac the PC's hardware address
/// @param client the PC's address, as it says
/// @param server whom it asks for
/// @param bytes how many it wants back
public record Ping(MacAddress mac, Ipv4Address client, Ipv4Address server, int bytes) {}
