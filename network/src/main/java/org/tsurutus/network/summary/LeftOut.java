package org.tsurutus.network.summary;

/// Why something of a capture is in no summary.
public enum LeftOut {
    /// Frames of interfaces that are not Ethernet.
    FRAMES_OF_OTHER_LINKS,
    /// Packets in blocks of kinds that are not read, or in broken ones.
    PACKETS_IN_OTHER_BLOCKS,
    /// Blocks of the capture that are too long.
    LONG_BLOCKS,
    /// Frames of which the capture holds only the beginning.
    CUT_FRAMES,
    /// Frames that break the rules of what they say that they are.
    MALFORMED_FRAMES,
    /// Frames with neither TCP nor UDP in them: ARP, ICMP and others.
    OTHER_FRAMES,
    /// Parts of packets that were cut on their way.
    FRAGMENTS,
    /// Conversations that were told early, because too many were open at once.
    CONVERSATIONS_TOLD_EARLY,
    /// Bytes that the capture does not hold although later ones are there.
    MISSING_BYTES,
    /// Bytes of TCP far from where their stream had come.
    STRAY_BYTES,
    /// Directions of connections that could not be read on, because bytes were missing.
    STREAMS_WITH_GAPS,
    /// Directions of connections that were given up, because no room was left to keep their bytes.
    STREAMS_WITHOUT_ROOM,
    /// Directions of connections that were given up, because a message was too long or broken.
    BROKEN_STREAMS,
    /// Messages of DNS that break its rules.
    BROKEN_DNS,
    /// Messages of SMB that are encrypted.
    ENCRYPTED_SMB,
    /// Lines for which a file had no room.
    LINES
}
