package org.tsurutus.disk.evidence;

/// What a partition table says, before anybody looked into the partition.
///
/// @param number as in [Volume]
/// @param lba its first sector, on the disk
/// @param sectors how many, all of them on the disk
record Partition(int number, long lba, long sectors) {
    long end() {
        return lba + sectors;
    }
}
