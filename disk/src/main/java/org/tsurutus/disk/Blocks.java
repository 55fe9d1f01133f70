package org.tsurutus.disk;

import java.nio.ByteBuffer;

/// The bytes of a disk as the machine sees them, through all layers of whatever keeps them.
public interface Blocks extends AutoCloseable {
    /// The disk's size in bytes.
    long size();

    /// Fills the buffer with what lies at a byte offset; behind the disk's end there are zeros.
    ///
    /// @throws DiskException when the disk cannot be read
    void read(long at, ByteBuffer into);

    /// A stretch as an array.
    ///
    /// @param at the first byte
    /// @param length how many bytes
    /// @throws DiskException when the disk cannot be read
    default byte[] bytes(long at, int length) {
        byte[] bytes = new byte[length];
        read(at, ByteBuffer.wrap(bytes));
        return bytes;
    }

    @Override
    void close();
}
