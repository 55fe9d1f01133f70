package org.tsurutus.sensor.trace;

import java.nio.ByteBuffer;
import java.util.Map;

/// A request or a reply: fields at fixed places, and bytes of any length behind them.
///
/// @param fixed 64 bytes, little-endian
/// @param layout where its fields lie
/// @param data the bytes behind; fewer than there were where the recorder cut them
/// @param size how many bytes there were
public record Message(ByteBuffer fixed, Map<String, Integer> layout, ByteBuffer data, long size) {
    /// The length of what is fixed, in bytes.
    public static final int FIXED_BYTES = 64;

    /// The value of a field of 32 bits.
    public int number(String field) {
        Integer offset = layout.get(field);
        if (offset == null) {
            throw new IllegalStateException("protocol.tsv has no field " + field);
        }
        return fixed.getInt(offset);
    }

    /// A reader at the beginning of the data.
    public DataReader read() {
        return new DataReader(data, size);
    }
}
