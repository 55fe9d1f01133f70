package org.tsurutus.disk;

/// A stretch of a disk.
///
/// @param start its first byte
/// @param length bytes
public record Extent(long start, long length) {
    /// The first byte behind it.
    public long end() {
        return start + length;
    }
}
