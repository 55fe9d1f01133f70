package org.tsurutus.disk.evidence;

/// A partition, or a whole disk that is one volume.
///
/// @param number as Linux and `sfdisk` count: GPT by its entry, MBR 1 to 4, logical drives from 5;
///   0 is a whole disk
/// @param lba its first sector
/// @param sectors how many sectors of 512 bytes, all of them on the disk
/// @param fileSystem what its first sector says
public record Volume(int number, long lba, long sectors, FileSystem fileSystem) {
    /// The first sector behind it.
    public long end() {
        return lba + sectors;
    }
}
