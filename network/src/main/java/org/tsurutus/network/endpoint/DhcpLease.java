package org.tsurutus.network.endpoint;

import org.tsurutus.network.packet.Ipv4Address;
import org.tsurutus.network.packet.MacAddress;

/// A PC on the LAN.
///
/// @param mac the hardware address of its network card
/// @param name what it is called
/// @param address what it gets
public record DhcpLease(MacAddress mac, String name, Ipv4Address address) {}
