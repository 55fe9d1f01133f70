package org.tsurutus.disk.evidence;

/// What a volume's first sector says that it holds.
public enum FileSystem {
    NTFS("ntfs"),
    FAT("fat"),
    EXFAT("exfat"),
    UNKNOWN("unknown");

    private final String label;

    FileSystem(String label) {
        this.label = label;
    }

    /// Its name, lower-case.
    public String label() {
        return label;
    }
}
