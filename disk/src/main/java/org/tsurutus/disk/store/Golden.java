package org.tsurutus.disk.store;

/// A golden image.
///
/// @param name its name
/// @param size of the disk in bytes, however little of it is kept
/// @param canary what it must read as, noted when it was imported
public record Golden(DiskName name, long size, Canary canary) {}
