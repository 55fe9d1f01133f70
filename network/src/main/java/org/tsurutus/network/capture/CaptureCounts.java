package org.tsurutus.network.capture;

import java.util.Optional;

/// What a capture holds, and what it does not.
///
/// @param frames frames in the file
/// @param bytes the length of the file
/// @param leftOutByQueue frames that came faster than they could be written
/// @param leftOutByLimit frames for which the file had no room any more
/// @param leftOutByFailure frames that came after writing had failed
/// @param failure why writing failed
public record CaptureCounts(
        long frames,
        long bytes,
        long leftOutByQueue,
        long leftOutByLimit,
        long leftOutByFailure,
        Optional<String> failure) {
    /// How many frames are missing in the file.
    public long leftOut() {
        return leftOutByQueue + leftOutByLimit + leftOutByFailure;
    }
}
