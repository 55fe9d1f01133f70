package org.tsurutus.sensor.trace;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// A list of bytes, of which the trace prints at most the first 1024.
///
/// @param bytes what was printed, to be read as little-endian
/// @param total how many bytes there are
public record TraceBytes(ByteBuffer bytes, long total) {
    public TraceBytes {
        bytes = bytes.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    /// Whether the trace left bytes out.
    public boolean cut() {
        return bytes.limit() < total;
    }
}
