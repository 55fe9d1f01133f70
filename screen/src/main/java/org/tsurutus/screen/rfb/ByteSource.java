package org.tsurutus.screen.rfb;

import java.io.IOException;

/// Bytes in the order in which a server sent or packed them. Numbers are big-endian.
interface ByteSource {
    /// Fills a part of an array.
    ///
    /// @throws IOException when the bytes end before
    void read(byte[] into, int from, int count) throws IOException;

    /// The next byte, 0 to 255.
    int unsigned8() throws IOException;

    /// The next two bytes, 0 to 65535.
    default int unsigned16() throws IOException {
        return unsigned8() << 8 | unsigned8();
    }

    /// The next four bytes.
    default int signed32() throws IOException {
        return unsigned16() << 16 | unsigned16();
    }

    /// The next four bytes, never negative.
    default long unsigned32() throws IOException {
        return Integer.toUnsignedLong(signed32());
    }
}
