package org.tsurutus.disk.evidence;

/// Files of NTFS whose loss costs the volume, with the numbers of their records.
public enum NtfsSystemFile {
    MFT("ntfs-mft", 0),
    MFT_MIRROR("ntfs-mftmirr", 1),
    LOG_FILE("ntfs-logfile", 2),
    BOOT("ntfs-boot", 7);

    private final String label;
    private final int number;

    NtfsSystemFile(String label, int number) {
        this.label = label;
        this.number = number;
    }

    /// Its name in logs.
    public String label() {
        return label;
    }

    /// The number of its record in the master file table.
    int number() {
        return number;
    }
}
