package org.tsurutus.network.capture;

import org.tsurutus.network.packet.Octets;

/// A frame of a capture.
///
/// @param pc the name of the interface that it came in at; empty if that has none. Of a capture
///   that is not ours anything may stand there
/// @param nanoseconds when it came, since 1970
/// @param bytes what was kept of it
/// @param length how many bytes it had
public record CapturedFrame(String pc, long nanoseconds, Octets bytes, long length) {
    /// Whether the capture kept only its beginning.
    public boolean isCut() {
        return bytes.length() < length;
    }
}
