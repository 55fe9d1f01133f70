package org.tsurutus.disk.evidence;

/// Neighbouring sectors of 512 bytes that are the same thing and whose content is no longer what it
/// was.
///
/// @param lba the number of the first
/// @param count how many
/// @param oldSha256 of all their bytes before, lower-case hex
/// @param newSha256 of all their bytes after, lower-case hex
/// @param place what they were before; of sector 0 the parts that differ
public record SectorRun(long lba, long count, String oldSha256, String newSha256, Place place) {}
