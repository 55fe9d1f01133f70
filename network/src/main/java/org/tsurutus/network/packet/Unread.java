package org.tsurutus.network.packet;

/// Something of a kind that is not read here.
///
/// @param kind the EtherType (or the length of an 802.3 frame, below 1536), or the number of the
///   protocol
/// @param payload its bytes
public record Unread(int kind, Octets payload) implements Packet, Segment {}
