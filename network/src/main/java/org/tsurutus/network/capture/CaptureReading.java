package org.tsurutus.network.capture;

import java.util.Optional;

/// What was read of a capture, and what was not.
///
/// @param frames frames that were read
/// @param otherLinks frames of interfaces that are not Ethernet, or that nothing describes
/// @param otherPackets packets in blocks of other kinds than the enhanced one, or in broken ones
/// @param longBlocks blocks that were too long to be read
/// @param stopped why reading ended before the end of the file, and where
public record CaptureReading(
        long frames,
        long otherLinks,
        long otherPackets,
        long longBlocks,
        Optional<String> stopped) {}
