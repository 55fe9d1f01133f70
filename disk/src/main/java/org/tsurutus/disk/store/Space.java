package org.tsurutus.disk.store;

/// How much a store can still take.
///
/// @param total bytes that the file system or pool has
/// @param free bytes of those that nothing takes yet
public record Space(long total, long free) {}
