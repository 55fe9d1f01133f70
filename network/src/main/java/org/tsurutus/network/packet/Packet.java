package org.tsurutus.network.packet;

/// What a frame carries.
public sealed interface Packet permits Arp, Ip, Unread, Malformed {}
