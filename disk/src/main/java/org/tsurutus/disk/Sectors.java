package org.tsurutus.disk;

/// The unit in which disks are addressed here, whatever their own sectors are.
public final class Sectors {
    /// Bytes in a sector.
    public static final int SIZE = 512;

    private Sectors() {}

    /// Reads one sector.
    ///
    /// @param lba the sector's number from 0
    /// @return 512 bytes
    /// @throws DiskException when the disk cannot be read or ends before that sector
    public static byte[] read(Blocks disk, long lba) {
        if (lba < 0 || lba >= disk.size() / SIZE) {
            throw new DiskException(
                    "there is no sector " + lba + " on a disk of " + disk.size() + " bytes");
        }
        return disk.bytes(lba * SIZE, SIZE);
    }
}
