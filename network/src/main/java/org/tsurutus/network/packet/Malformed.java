package org.tsurutus.network.packet;

/// Bytes that break the rules of what they say that they are.
///
/// @param layer whose rules, for example `TCP`
/// @param why what is wrong, in our words: nothing of the bytes is quoted
public record Malformed(String layer, String why) implements Packet, Segment {}
