package org.tsurutus.sensor.trace;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The bytes of a value, of which the recorder keeps at most the first 128 KiB.
///
/// @param bytes what was kept, to be read as little-endian
/// @param total how many bytes there are
public record TraceBytes(ByteBuffer bytes, long total) {
    public TraceBytes {
        bytes = bytes.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    /// Whether bytes were left out.
    public boolean cut() {
        return bytes.limit() < total;
    }
}
