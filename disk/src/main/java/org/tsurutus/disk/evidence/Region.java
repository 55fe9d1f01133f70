package org.tsurutus.disk.evidence;

/// Neighbouring sectors that are the same thing.
///
/// @param lba the first
/// @param sectors how many
public record Region(long lba, long sectors, Place place) {
    /// The first sector behind it.
    public long end() {
        return lba + sectors;
    }
}
