package org.tsurutus.network.packet;

/// A part of a packet that was cut on its way; only all of them together can be read.
///
/// @param identification the same in all parts of a packet
/// @param offset where this part belongs, in bytes
/// @param more whether parts with greater offsets follow
/// @param payload the bytes of this part
public record Fragment(long identification, int offset, boolean more, Octets payload)
        implements Segment {}
