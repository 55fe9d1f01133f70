package org.tsurutus.disk.mapper;

/// What a pool lets be done.
public enum PoolMode {
    /// Everything.
    READ_WRITE,
    /// Writes that need no new block; the others fail.
    OUT_OF_DATA_SPACE,
    /// Reads only; its metadata is full or failed.
    READ_ONLY,
    /// Nothing; only a repair helps.
    FAILED
}
