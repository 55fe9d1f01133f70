package org.tsurutus.disk;

import java.nio.ByteBuffer;

/// What lies behind the end of a disk.
public final class Zeros {
    private Zeros() {}

    /// Fills what remains of the buffer.
    public static void fill(ByteBuffer buffer) {
        while (buffer.hasRemaining()) {
            buffer.put((byte) 0);
        }
    }
}
